"""Writes reference.json: what PyTorch's CPU generator and distributions draw on the AVX2 path.

Run with PyTorch 1.13.1 on a CPU with AVX2:  ATEN_CPU_CAPABILITY=avx2 python3 make_reference.py
Long sequences are kept as a hash of their bytes and a few values. float32 values are stored as their bits.
"""

import hashlib
import json
import math
import os

import torch
from torch import nn

assert os.environ.get("ATEN_CPU_CAPABILITY") == "avx2", "the AVX2 path is the reference"


def bits(tensor):
    return tensor.view(torch.int32).flatten().tolist()


def sha256(tensor):
    return hashlib.sha256(tensor.contiguous().numpy().tobytes()).hexdigest()


def draw(seed, make):
    torch.manual_seed(seed)
    value = make()
    # The number drawn next shows how much of the stream was used.
    after = torch.randint(0, 1 << 40, (1,)).item()
    entry = {"seed": seed, "shape": list(value.shape), "sha256": sha256(value), "after": after}
    entry["values"] = bits(value)[:40] if value.dtype == torch.float32 else value.flatten().tolist()[:40]
    return entry


def linear(inputs, outputs):
    layer = nn.Linear(inputs, outputs)
    return torch.cat([layer.weight.detach().flatten(), layer.bias.detach()])


def init(shape, fill):
    tensor = torch.empty(shape)
    fill(tensor)
    return tensor


def state(seed, make):
    torch.manual_seed(seed)
    make()
    saved = torch.get_rng_state()
    return {"seed": seed, "state": saved.numpy().tobytes().hex(), "next": bits(torch.randn(5))}


reference = {
    "torch": torch.__version__,
    "rand": [draw(s, lambda n=n: torch.rand(n)) for s in (0, 1, 123456789) for n in (1, 7, 16, 1000)],
    "uniform": [
        dict(draw(s, lambda: torch.empty(1000).uniform_(a, b)), low=a, high=b)
        for s in (0, 3)
        for a, b in ((-0.03571428571, 0.03571428571), (0.1, 0.7), (-3.3, 1e-3))
    ],
    "randn": [draw(s, lambda n=n: torch.randn(n)) for s in (0, 1, 42) for n in (1, 2, 3, 15, 16, 17, 31, 32, 100, 100003)],
    "normal": [
        dict(draw(s, lambda n=n: torch.empty(n).normal_(m, d)), mean=m, std=d)
        for s in (0, 7)
        for n in (5, 1000)
        for m, d in ((0.0, 0.02), (1.5, 3.25), (-0.1, 1e-3))
    ],
    # A half-used pair of normal numbers is kept for the next draw.
    "normal_pairs": [draw(s, lambda: torch.cat([torch.randn(3), torch.rand(2), torch.randn(4)])) for s in (0, 5)],
    "randperm": [draw(s, lambda n=n: torch.randperm(n)) for s in (0, 2) for n in (0, 1, 2, 10, 60000)],
    "randint": [
        dict(draw(s, lambda: torch.randint(a, b, (100,))), low=a, high=b)
        for s in (0, 9)
        for a, b in ((0, 10), (-5, 5), (0, 1 << 31), (-(1 << 40), 1 << 45))
    ],
    "bernoulli": [
        dict(draw(s, lambda: torch.bernoulli(torch.full((1000,), p))), p=p) for s in (0, 4) for p in (0.0, 0.3, 0.5, 1.0)
    ],
    "exponential": [
        dict(draw(s, lambda: torch.empty(1000).exponential_(r)), rate=r) for s in (0, 4) for r in (1.0, 2.5)
    ],
    "state": [state(0, lambda: torch.rand(5)), state(11, lambda: torch.randn(3)), state(12, lambda: torch.rand(1000))],
    "linear": [
        dict(draw(s, lambda: linear(i, o)), inputs=i, outputs=o) for s in (0, 1) for i, o in ((784, 128), (128, 64), (64, 10), (3, 5))
    ],
    "init": [
        dict(draw(0, lambda: init(shape, fill)), init=name)
        for shape in ([64, 100], [6, 5, 3, 3])
        for name, fill in (
            ("uniform", lambda t: nn.init.uniform_(t, -0.3, 0.8)),
            ("normal", lambda t: nn.init.normal_(t, 0.1, 0.7)),
            ("xavier_uniform", lambda t: nn.init.xavier_uniform_(t, gain=nn.init.calculate_gain("tanh"))),
            ("xavier_normal", lambda t: nn.init.xavier_normal_(t)),
            ("kaiming_uniform", lambda t: nn.init.kaiming_uniform_(t, nonlinearity="relu")),
            ("kaiming_uniform_sqrt5", lambda t: nn.init.kaiming_uniform_(t, a=math.sqrt(5))),
            ("kaiming_normal_fan_out", lambda t: nn.init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu")),
            ("kaiming_normal_leaky", lambda t: nn.init.kaiming_normal_(t, a=0.2)),
        )
    ],
    "structured": [
        dict(draw(0, lambda: init(shape, fill)), init=name)
        for name, shape, fill in (
            ("trunc_normal", [20, 30], lambda t: nn.init.trunc_normal_(t, mean=0.1, std=0.8, a=-1, b=1.5)),
            ("dirac", [4, 2, 3, 3], lambda t: nn.init.dirac_(t, groups=2)),
            ("orthogonal", [5, 8], lambda t: nn.init.orthogonal_(t)),
            ("orthogonal tall", [8, 3, 2], lambda t: nn.init.orthogonal_(t, gain=2.0)),
            ("sparse", [10, 6], lambda t: nn.init.sparse_(t, sparsity=0.25)),
        )
    ],
    "gain": {
        "linear": nn.init.calculate_gain("linear"),
        "conv2d": nn.init.calculate_gain("conv2d"),
        "sigmoid": nn.init.calculate_gain("sigmoid"),
        "tanh": nn.init.calculate_gain("tanh"),
        "relu": nn.init.calculate_gain("relu"),
        "leaky_relu": nn.init.calculate_gain("leaky_relu"),
        "leaky_relu_0.3": nn.init.calculate_gain("leaky_relu", 0.3),
        "selu": nn.init.calculate_gain("selu"),
    },
}

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "reference.json"), "w") as file:
    groups = []
    for name, group in reference.items():
        text = "[\n  " + ",\n  ".join(json.dumps(entry) for entry in group) + "\n ]" if isinstance(group, list) else json.dumps(group)
        groups.append(f" {json.dumps(name)}: {text}")
    file.write("{\n" + ",\n".join(groups) + "\n}\n")
