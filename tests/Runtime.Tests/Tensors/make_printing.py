"""Writes printing.json: how PyTorch prints tensors. Run with PyTorch 1.13.1: python3 make_printing.py"""

import json
import os

import torch

CASES = [
    torch.tensor(3.0),
    torch.tensor(3.14159),
    torch.tensor(float("nan")),
    torch.tensor([]),
    torch.empty(2, 0),
    torch.empty(0, 3, dtype=torch.int64),
    torch.tensor([1.0, 2.0, 3.0]),
    torch.tensor([1.0, 2.5, -3.0]),
    torch.tensor([0.0, -0.0]),
    torch.tensor([1.0, float("inf"), float("-inf"), float("nan")]),
    torch.tensor([1.5, float("inf"), float("-inf"), float("nan")]),
    torch.tensor([0.1, 1000.0]),
    torch.tensor([0.5, 501.0]),
    torch.tensor([1.0, 1001.0]),
    torch.tensor([1e-5, 2e-5]),
    torch.tensor([1e10, 1.0]),
    torch.tensor([123456789.0]),
    torch.tensor([100005000.0, 100015000.0, 1e-30, -1e30]),
    # Halfway between two printed values.
    torch.tensor([0.03125, 0.09375, 0.15625, -0.21875, 0.5]),
    torch.tensor([1.03125e-3, 5.0, 1.00003051757812500]),
    torch.tensor([[0.1, 0.2], [0.3, 0.4]]),
    torch.tensor([[1.0, -2.0], [3.0, 4.0]]),
    torch.arange(24.0).reshape(2, 3, 4),
    torch.arange(24.0).reshape(1, 2, 3, 4) / 7,
    torch.arange(30.0) / 3,
    torch.arange(100.0).reshape(2, 50),
    torch.arange(1000.0),
    torch.arange(1001.0),
    torch.arange(1200.0).reshape(30, 40) / 9,
    torch.arange(1200.0).reshape(4, 300),
    torch.arange(1200.0).reshape(10, 10, 12) * 1e3,
    torch.arange(2000.0).reshape(2000, 1),
    torch.tensor([1, 2, 300]),
    torch.tensor([[1, -2], [3, 4]]),
    torch.arange(1500).reshape(3, 500),
    torch.tensor(7),
    torch.tensor([1, 2], dtype=torch.int32),
    torch.tensor([1, 255], dtype=torch.uint8),
    torch.tensor([True, False]),
    torch.tensor([[False], [False]]),
    torch.tensor([0.5, 1.25], dtype=torch.float64),
    torch.arange(18, dtype=torch.int32).reshape(2, 9) * 100000,
    torch.tensor([1.0, 2.0], requires_grad=True),
    torch.arange(14.0).div(7).requires_grad_(),
    torch.nn.Parameter(torch.tensor([[1.0, 0.25]])),
]


def case(tensor):
    return {
        "dtype": str(tensor.dtype),
        "shape": list(tensor.shape),
        "values": [str(value) for value in tensor.detach().flatten().tolist()],
        "requires_grad": tensor.requires_grad,
        "is_parameter": isinstance(tensor, torch.nn.Parameter),
        "text": str(tensor) if not isinstance(tensor, torch.nn.Parameter) else repr(tensor),
    }


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "printing.json"), "w") as file:
    file.write("[\n" + ",\n".join(" " + json.dumps(case(tensor)) for tensor in CASES) + "\n]\n")
