"""Trains the tutorial's network for two epochs with a pass over the test set after each, and writes what PyTorch printed.

    ATEN_CPU_CAPABILITY=avx2 /usr/bin/python3 mnist_run.py sgd  > mnist_sgd.txt
    ATEN_CPU_CAPABILITY=avx2 /usr/bin/python3 mnist_run.py adam > mnist_adam.txt

A line is a key and its values. A second argument "double" runs the same in float64, which shows how far PyTorch's own two
precisions lie apart: that is the measure of the tolerances in the tests.
"""
import hashlib
import sys

import torch
from torch.utils.data import DataLoader

from mnist import Mnist, MnistClassifier

EPOCHS = 2


def main(name, double):
    torch.set_num_threads(1)
    torch.manual_seed(0)
    train = DataLoader(Mnist(train=True), batch_size=64, shuffle=True)
    test = DataLoader(Mnist(train=False), batch_size=1000)
    model = MnistClassifier()
    line("torch", torch.__version__)
    for key, value in model.state_dict().items():
        line(f"initial {key} sha256", hashlib.sha256(value.numpy().tobytes()).hexdigest())
        line(f"initial {key} head", *map(number, value.flatten()[:4].tolist()))
    if double:
        model.double()
    criterion = torch.nn.CrossEntropyLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01) if name == "sgd" else torch.optim.Adam(model.parameters(), lr=0.001)
    for epoch in range(1, EPOCHS + 1):
        losses = []
        for step, (images, labels, indices) in enumerate(train):
            if step == 0:
                line(f"epoch {epoch} first batch", *indices.tolist())
            loss = criterion(model(images.double() if double else images), labels)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        line(f"epoch {epoch} losses", *map(number, losses))
        with torch.no_grad():
            correct = sum((model(x.double() if double else x).argmax(1) == y).sum().item() for x, y, _ in test)
        line(f"epoch {epoch} correct", correct)


def line(key, *values):
    print(f"{key}:", *values)


def number(value):
    return f"{value:.9g}"


if __name__ == "__main__":
    main(sys.argv[1], "double" in sys.argv[2:])
