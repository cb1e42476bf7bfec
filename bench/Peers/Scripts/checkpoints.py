"""PyTorch's side of the checkpoints: torch.save, flushed to disk, and torch.load with load_state_dict."""
import atexit
import os
import tempfile

import torch
from torch import nn

from serve import serve_torch

PATH = os.path.join(tempfile.gettempdir(), "torch-peers.pth")


def make_model():
    return nn.Sequential(*(nn.Linear(2048, 2048, bias=False) for _ in range(64)))


def save(model, path=PATH):
    with open(path, "wb") as file:
        torch.save(model.state_dict(), file)
        file.flush()
        os.fsync(file.fileno())


def load(model, path=PATH):
    model.load_state_dict(torch.load(path))


def make(name):
    model = make_model()
    if name == "save":
        return lambda: save(model)
    save(model)
    return lambda: load(model)


if __name__ == "__main__":
    atexit.register(lambda: os.path.exists(PATH) and os.remove(PATH))
    serve_torch(make)
