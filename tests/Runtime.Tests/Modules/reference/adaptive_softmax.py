"""Writes adaptive_softmax.json: AdaptiveLogSoftmaxWithLoss. Run with PyTorch 1.13 or later."""

import json
import pathlib

import torch
from torch import nn


def values(tensor):
    return {"shape": list(tensor.shape), "data": tensor.detach().flatten().tolist()}


def case(targets, shape, **options):
    torch.manual_seed(5)
    model = nn.AdaptiveLogSoftmaxWithLoss(8, 12, [3, 7], **options)
    x = torch.randn(shape, requires_grad=True)
    output, loss = model(x, torch.tensor(targets))
    (output.sum() * 0.5 + loss).backward()
    rows = x.detach().view(-1, 8)
    return {
        "state": {key: values(tensor) for key, tensor in model.state_dict().items()},
        "inputs": {"x": values(x), "target": values(torch.tensor(targets).float())},
        "output": values(output),
        "losses": [loss.item()],
        "gradients": {key: values(p.grad if p.grad is not None else torch.zeros_like(p)) for key, p in model.named_parameters()} | {"x": values(x.grad)},
        "log_prob": values(model.log_prob(rows)),
        "predict": model.predict(rows).tolist(),
    }


cases = {
    "all": case([0, 5, 11, 2, 7, 3], (6, 8)),
    "bias": case([1, 10, 9], (3, 8), div_value=2.0, head_bias=True),
    "frequent": case([1, 2], (2, 8)),
    "single": case(4, (8,)),
}
pathlib.Path(__file__).with_name("adaptive_softmax.json").write_text(json.dumps(cases, separators=(",", ":")).replace('},"', '},\n"') + "\n")
