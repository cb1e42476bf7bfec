"""PyTorch's side of the optimizers: step() over 1 and 25 parameters of 1000 by 1000 that have gradients."""
import torch

from serve import serve_torch

OPTIMIZERS = {
    "Adam": lambda parameters: torch.optim.Adam(parameters, lr=1e-3),
    "AdamW": lambda parameters: torch.optim.AdamW(parameters, lr=1e-3),
    "SGD": lambda parameters: torch.optim.SGD(parameters, lr=1e-3, momentum=0.9),
}


def make(name):
    optimizer, count = name.split("-")
    parameters = [torch.nn.Parameter(torch.randn(1000, 1000)) for _ in range(int(count))]
    for parameter in parameters:
        parameter.grad = torch.randn(1000, 1000)
    return OPTIMIZERS[optimizer](parameters).step


if __name__ == "__main__":
    serve_torch(make)
