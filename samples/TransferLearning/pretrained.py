"""Trains the network of this sample in PyTorch on the digits 0 to 4 alone and writes pretrained.pth beside this file.

    python3 samples/TransferLearning/pretrained.py
"""
import gzip
import pathlib

import numpy
import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
DATA = HERE.parent / "data" / "mnist"
EPOCHS = 3


def read(name, offset):
    with gzip.open(DATA / f"{name}-ubyte.gz") as file:
        return torch.from_numpy(numpy.frombuffer(file.read(), numpy.uint8, offset=offset).copy())


class DigitNet(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(1, 8, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Conv2d(8, 16, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
            nn.Flatten())
        self.head = nn.Linear(16 * 7 * 7, classes)

    def forward(self, x):
        return self.head(self.features(x))


torch.manual_seed(0)
images = read("train-images-idx3", 16).view(-1, 1, 28, 28).float() / 255
labels = read("train-labels-idx1", 8).long()
images, labels = images[labels < 5], labels[labels < 5]
model = DigitNet(5)
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
for epoch in range(EPOCHS):
    for batch in torch.randperm(len(images)).split(64):
        loss = nn.functional.cross_entropy(model(images[batch]), labels[batch])
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"epoch {epoch + 1}: loss of the last batch {loss.item():.4f}")
torch.save(model.state_dict(), HERE / "pretrained.pth")
