"""PyTorch's side of the comparison of layers: the works of LayerWorks.cs, under the same names.

Reads lines "name threads seconds" and answers each with the mean time in microseconds. Its first line tells the version.
"""
import sys

import torch
from torch import nn

from mlp import measure

LAYERS = {
    "conv-1-32": (lambda: nn.Conv2d(1, 32, 3), (64, 1, 28, 28)),
    "conv-32-64": (lambda: nn.Conv2d(32, 64, 3), (64, 32, 26, 26)),
    "conv-64-64": (lambda: nn.Conv2d(64, 64, 3, padding=1), (32, 64, 32, 32)),
    "conv-256-256": (lambda: nn.Conv2d(256, 256, 3, padding=1), (32, 256, 8, 8)),
    "conv-64-128-stride": (lambda: nn.Conv2d(64, 128, 3, stride=2, padding=1), (32, 64, 32, 32)),
    "conv-64-128-1x1": (lambda: nn.Conv2d(64, 128, 1), (32, 64, 16, 16)),
    "conv-depthwise": (lambda: nn.Conv2d(64, 64, 3, padding=1, groups=64), (32, 64, 32, 32)),
    "conv1d-64-64": (lambda: nn.Conv1d(64, 64, 3, padding=1), (32, 64, 256)),
    "maxpool-2": (lambda: nn.MaxPool2d(2), (64, 64, 24, 24)),
    "batchnorm": (lambda: nn.BatchNorm2d(64), (32, 64, 32, 32)),
    "layernorm": (lambda: nn.LayerNorm(128), (12, 64, 128)),
    "softmax": (lambda: nn.Softmax(-1), (64, 64, 128)),
    "gelu": (lambda: nn.GELU(), (12, 64, 512)),
    "linear": (lambda: nn.Linear(512, 512), (64, 512)),
    "lstm": (lambda: nn.LSTM(64, 128), (50, 32, 64)),
    "gru": (lambda: nn.GRU(64, 128), (50, 32, 64)),
}


def make_step(name):
    layer_name, kind = name.rsplit("-", 1)
    make, shape = LAYERS[layer_name]
    layer = make()
    x = torch.randn(shape, requires_grad=kind == "step")

    def call():
        result = layer(x)
        return result[0] if isinstance(result, tuple) else result

    def forward():
        with torch.no_grad():
            call()

    gradient = torch.ones_like(call())

    def step():
        layer.zero_grad(set_to_none=True)
        x.grad = None
        call().backward(gradient)

    return step if kind == "step" else forward


def main():
    print(torch.__version__, flush=True)
    steps = {}
    for line in sys.stdin:
        name, threads, seconds = line.split()
        torch.set_num_threads(int(threads))
        if name not in steps:
            steps[name] = make_step(name)
            measure(steps[name], 0.05)
        print(measure(steps[name], float(seconds)), flush=True)


if __name__ == "__main__":
    main()
