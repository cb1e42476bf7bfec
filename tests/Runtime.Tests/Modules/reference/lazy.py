"""Writes lazy.json: how lazy layers print before and after their first call, and the values that it draws. Run with PyTorch 1.13."""

import json
import pathlib

import torch
from torch import nn

LAYERS = {
    "LazyLinear": (lambda: nn.LazyLinear(3), (2, 4)),
    "LazyLinear no bias": (lambda: nn.LazyLinear(3, bias=False), (4,)),
    "LazyConv1d": (lambda: nn.LazyConv1d(4, 3, padding=1), (2, 3, 5)),
    "LazyConv1d no batch": (lambda: nn.LazyConv1d(4, 2), (3, 5)),
    "LazyConv2d": (lambda: nn.LazyConv2d(4, (2, 3), stride=2, groups=2), (2, 4, 5, 6)),
    "LazyConv3d": (lambda: nn.LazyConv3d(2, 2, bias=False), (1, 3, 2, 3, 4)),
    "LazyConvTranspose1d": (lambda: nn.LazyConvTranspose1d(4, 3), (2, 3, 5)),
    "LazyConvTranspose2d": (lambda: nn.LazyConvTranspose2d(4, 3, stride=2, output_padding=1, groups=2), (2, 2, 3, 4)),
    "LazyConvTranspose3d": (lambda: nn.LazyConvTranspose3d(2, 2), (3, 2, 3, 2)),
    "LazyBatchNorm1d": (lambda: nn.LazyBatchNorm1d(), (3, 4)),
    "LazyBatchNorm2d": (lambda: nn.LazyBatchNorm2d(momentum=None, eps=0.1), (2, 3, 2, 2)),
    "LazyBatchNorm3d": (lambda: nn.LazyBatchNorm3d(affine=False), (2, 3, 2, 2, 1)),
    "LazyInstanceNorm1d": (lambda: nn.LazyInstanceNorm1d(affine=True), (3, 4, 2)),
    "LazyInstanceNorm2d": (lambda: nn.LazyInstanceNorm2d(affine=True, track_running_stats=True), (2, 3, 2, 2)),
    "LazyInstanceNorm3d": (lambda: nn.LazyInstanceNorm3d(), (2, 3, 2, 2, 2)),
}

result = {}
for name, (create, shape) in LAYERS.items():
    torch.manual_seed(11)
    layer = create()
    lazy = str(layer)
    x = torch.arange(torch.Size(shape).numel()).reshape(shape) / 8
    y = layer(x)
    state = {key: {"shape": list(tensor.shape), "data": tensor.flatten().tolist()} for key, tensor in layer.state_dict().items()}
    result[name] = {"lazy": lazy, "printed": str(layer), "input": shape, "output": list(y.shape), "next": torch.rand(1).item(), "state": state}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n")
