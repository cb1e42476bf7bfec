"""Writes spatial.json: for one seed the initial state of layers over images and volumes in PyTorch, and how it prints them. Run with PyTorch 1.13 or later."""

import json
import pathlib

import torch
from torch import nn

LAYERS = {
    "Conv1d circular": lambda: nn.Conv1d(4, 6, 3, padding=1, padding_mode="circular"),
    "Conv2d": lambda: nn.Conv2d(4, 6, (3, 2), stride=(2, 1), groups=2),
    "Conv3d": lambda: nn.Conv3d(2, 3, (1, 2, 3), 2, (1, 0, 1), (1, 2, 1)),
    "Conv3d same": lambda: nn.Conv3d(4, 4, 3, padding="same", bias=False),
    "ConvTranspose1d": lambda: nn.ConvTranspose1d(2, 4, 3, 2, 1, 1),
    "ConvTranspose2d": lambda: nn.ConvTranspose2d(2, 4, (3, 2), dilation=2),
    "ConvTranspose3d": lambda: nn.ConvTranspose3d(2, 4, 3, 2, 1, 1, groups=2),
    "MaxPool1d": lambda: nn.MaxPool1d(4, 2, padding=1),
    "MaxPool3d": lambda: nn.MaxPool3d((1, 2, 3), 2, 0, ceil_mode=True),
    "AvgPool1d": lambda: nn.AvgPool1d(2, 2, 1),
    "AvgPool3d": lambda: nn.AvgPool3d((2, 1, 3)),
    "LPPool1d": lambda: nn.LPPool1d(1.5, 2, 3),
    "LPPool2d": lambda: nn.LPPool2d(2, (2, 3), ceil_mode=True),
    "AdaptiveAvgPool1d": lambda: nn.AdaptiveAvgPool1d(3),
    "AdaptiveAvgPool3d": lambda: nn.AdaptiveAvgPool3d((3, None, 2)),
    "AdaptiveMaxPool2d": lambda: nn.AdaptiveMaxPool2d((3, 4)),
    "MaxUnpool1d": lambda: nn.MaxUnpool1d(3, 2, 1),
    "MaxUnpool2d": lambda: nn.MaxUnpool2d(2),
    "MaxUnpool3d": lambda: nn.MaxUnpool3d((1, 2, 3)),
    "ReflectionPad1d": lambda: nn.ReflectionPad1d(2),
    "ReplicationPad3d": lambda: nn.ReplicationPad3d((1, 2, 3, 4, 5, 6)),
    "ZeroPad2d": lambda: nn.ZeroPad2d((1, 2, 3, 4)),
    "ConstantPad2d": lambda: nn.ConstantPad2d(1, 3.5),
    "BatchNorm1d": lambda: nn.BatchNorm1d(3),
    "BatchNorm2d plain": lambda: nn.BatchNorm2d(3, affine=False, momentum=None),
    "BatchNorm3d": lambda: nn.BatchNorm3d(3, track_running_stats=False),
    "GroupNorm": lambda: nn.GroupNorm(3, 6),
    "InstanceNorm1d": lambda: nn.InstanceNorm1d(3),
    "InstanceNorm3d": lambda: nn.InstanceNorm3d(3, affine=True, track_running_stats=True),
    "LocalResponseNorm": lambda: nn.LocalResponseNorm(2),
    "CrossMapLRN2d": lambda: nn.CrossMapLRN2d(5, k=1.5),
    "PixelShuffle": lambda: nn.PixelShuffle(3),
    "PixelUnshuffle": lambda: nn.PixelUnshuffle(2),
    "ChannelShuffle": lambda: nn.ChannelShuffle(2),
    "Unflatten": lambda: nn.Unflatten(1, (2, 3)),
    "Fold": lambda: nn.Fold((4, 5), (2, 3)),
    "Unfold": lambda: nn.Unfold(3, padding=1),
    "Upsample bilinear": lambda: nn.Upsample(scale_factor=(1.5, 2), mode="bilinear"),
    "UpsamplingNearest2d": lambda: nn.UpsamplingNearest2d(scale_factor=2),
    "UpsamplingBilinear2d": lambda: nn.UpsamplingBilinear2d(size=(3, 4)),
    "FractionalMaxPool2d": lambda: nn.FractionalMaxPool2d(3, output_ratio=0.5),
}

if __name__ == "__main__":
    layers = {}
    for name, create in LAYERS.items():
        torch.manual_seed(11)
        layer = create()
        state = {key: {"shape": list(tensor.shape), "data": tensor.flatten().tolist()} for key, tensor in layer.state_dict().items()}
        printed = str(layer)
        for mode in ["nearest", "bilinear", "bicubic"]:
            printed = printed.replace(f"mode={mode}", f"mode='{mode}'")  # as PyTorch 2 prints it
        layers[name] = {"printed": printed, "state": state}
    (pathlib.Path(__file__).parent / "spatial.json").write_text(json.dumps(layers, indent=0) + "\n")
