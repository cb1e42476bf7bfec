"""PyTorch's side of the layers: those of Layers.cs, under the same names, forward or forward and backward (step)."""
import math

import torch
from torch import nn

from serve import serve_torch


class Attention(nn.Module):
    """Causal attention in plain operations: PyTorch 1.13 has no scaled_dot_product_attention."""

    def __init__(self, length):
        super().__init__()
        self.register_buffer("mask", torch.ones(length, length).tril() == 0)

    def forward(self, x):
        q, k, v = x
        scores = q @ k.transpose(-2, -1) / math.sqrt(q.size(-1))
        return torch.softmax(scores.masked_fill(self.mask, -math.inf), -1) @ v


class CrossEntropy(nn.Module):
    def forward(self, x):
        return nn.functional.cross_entropy(x, torch.arange(x.size(0)) % x.size(1))


LAYERS = {
    "conv-1-32": (lambda: nn.Conv2d(1, 32, 3), (64, 1, 28, 28)),
    "conv-32-64": (lambda: nn.Conv2d(32, 64, 3), (64, 32, 26, 26)),
    "conv-64-64": (lambda: nn.Conv2d(64, 64, 3, padding=1), (32, 64, 32, 32)),
    "conv-256-256": (lambda: nn.Conv2d(256, 256, 3, padding=1), (32, 256, 8, 8)),
    "conv-64-128-stride": (lambda: nn.Conv2d(64, 128, 3, stride=2, padding=1), (32, 64, 32, 32)),
    "conv-64-128-1x1": (lambda: nn.Conv2d(64, 128, 1), (32, 64, 16, 16)),
    "conv-depthwise": (lambda: nn.Conv2d(64, 64, 3, padding=1, groups=64), (32, 64, 32, 32)),
    "conv1d-64-64": (lambda: nn.Conv1d(64, 64, 3, padding=1), (32, 64, 256)),
    "conv3d-16-32": (lambda: nn.Conv3d(16, 32, 3, padding=1), (4, 16, 16, 16, 16)),
    "conv-transpose": (lambda: nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1), (32, 64, 16, 16)),
    "maxpool-2": (lambda: nn.MaxPool2d(2), (64, 64, 24, 24)),
    "batchnorm": (lambda: nn.BatchNorm2d(64), (32, 64, 32, 32)),
    "layernorm": (lambda: nn.LayerNorm(128), (12, 64, 128)),
    "softmax": (lambda: nn.Softmax(-1), (64, 64, 128)),
    "gelu": (lambda: nn.GELU(), (12, 64, 512)),
    "crossentropy": (CrossEntropy, (768, 512)),
    "embedding": (lambda: nn.Embedding(5000, 128), None),
    "attention": (lambda: Attention(256), (3, 8, 4, 256, 32)),
    "linear": (lambda: nn.Linear(512, 512), (64, 512)),
    "lstm": (lambda: nn.LSTM(64, 128), (50, 32, 64)),
    "gru": (lambda: nn.GRU(64, 128), (50, 32, 64)),
}


def make(name):
    layer_name, kind = name.rsplit("-", 1)
    make_layer, shape = LAYERS[layer_name]
    layer = make_layer()
    is_step = kind == "step"
    x = torch.randn(shape, requires_grad=is_step) if shape else torch.arange(64 * 256).view(64, 256) * 7 % 5000

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

    return step if is_step else forward


if __name__ == "__main__":
    serve_torch(make)
