"""PyTorch's side of the matrix products: "nt-512" multiplies a matrix by a transposed one."""
import torch

from serve import serve_torch


def make(name):
    kind, size = name.split("-")
    a, b = torch.randn(int(size), int(size)), torch.randn(int(size), int(size))
    a, b = (a.t() if kind[0] == "t" else a), (b.t() if kind[1] == "t" else b)
    result = torch.empty(int(size), int(size))
    return lambda: torch.mm(a, b, out=result)


if __name__ == "__main__":
    serve_torch(make)
