"""PyTorch's side of the peak memory: does one thing and prints the most memory that it took, in MB."""
import gzip
import os
import sys

import torch
import torch.nn.functional as F

from checkpoints import load, make_model, save
from models import mlp


def read(name, offset, shape):
    """An IDX file as torchvision keeps it: a tensor of bytes."""
    with gzip.open(os.path.join("samples", "data", "mnist", name + ".gz")) as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8, offset=offset).view(shape)


def train():
    images, labels = read("train-images-idx3-ubyte", 16, (-1, 784)), read("train-labels-idx1-ubyte", 8, (-1,))
    model = mlp()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    for rows in torch.randperm(len(images)).split(64):
        optimizer.zero_grad(set_to_none=True)
        F.cross_entropy(model(images[rows] / 255), labels[rows].long()).backward()
        optimizer.step()


def peak():
    """Of this process alone: what getrusage says begins with that of the process that started it."""
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1024 / 1e6


def main(thing, folder):
    if thing == "mnist":
        train()
    elif thing != "nothing":
        model, path = make_model(), os.path.join(folder, "torch.pth")
        if thing.startswith("save"):
            save(model, path)
        elif thing.startswith("load"):
            load(model, path)
    print(peak())


if __name__ == "__main__":
    main(*sys.argv[1:])
