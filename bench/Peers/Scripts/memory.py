"""PyTorch's side of the peak memory: does one thing and prints the most memory that it took, in MB."""
import os
import resource
import sys

import torch
import torch.nn.functional as F

from checkpoints import load, make_model, save
from models import mlp


def train():
    x, y = torch.rand(60_000, 784), torch.arange(60_000) % 10
    model = mlp()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for i in range(200):
        rows = slice(i * 64, (i + 1) * 64)
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(model(x[rows]), y[rows]).backward()
        optimizer.step()


def main(thing, folder):
    if thing == "mnist":
        train()
    elif thing != "nothing":
        model, path = make_model(), os.path.join(folder, "torch.pth")
        if thing.startswith("save"):
            save(model, path)
        elif thing.startswith("load"):
            load(model, path)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3)


if __name__ == "__main__":
    main(*sys.argv[1:])
