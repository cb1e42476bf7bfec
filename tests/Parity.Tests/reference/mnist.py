"""The MNIST reader and the tutorial's network that the reference scripts share. Needs PyTorch only, no torchvision."""
import gzip
import pathlib
import struct

import torch

ROOT = pathlib.Path(__file__).resolve().parents[3]
DATA = ROOT / "samples" / "data" / "mnist"


def read_idx(name):
    data = gzip.open(DATA / f"{name}.gz").read()
    rank = data[3]
    shape = struct.unpack(f">{rank}I", data[4:4 + 4 * rank])
    return torch.frombuffer(bytearray(data[4 + 4 * rank:]), dtype=torch.uint8).reshape(shape)


class Mnist(torch.utils.data.Dataset):
    """(image, label, index); the image scaled as torchvision's ToTensor does."""

    def __init__(self, train):
        prefix = "train" if train else "t10k"
        self.images = read_idx(f"{prefix}-images-idx3-ubyte").float().div(255).unsqueeze(1)
        self.labels = read_idx(f"{prefix}-labels-idx1-ubyte").long()

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, index):
        return self.images[index], self.labels[index], index


class MnistClassifier(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = torch.nn.Linear(28 * 28, 128)
        self.fc2 = torch.nn.Linear(128, 64)
        self.fc3 = torch.nn.Linear(64, 10)

    def forward(self, x):
        x = torch.flatten(x, 1)
        x = torch.relu(self.fc1(x))
        x = torch.relu(self.fc2(x))
        return self.fc3(x)
