"""PyTorch's side of the networks: those of Networks.cs, under the same names."""
import torch
import torch.nn.functional as F

from models import Cnn, Gpt, ResNet18, mlp
from serve import serve_torch


def training_step(model, optimizer, x, y, loss=F.cross_entropy):
    def step():
        optimizer.zero_grad(set_to_none=True)
        loss(model(x), y).backward()
        optimizer.step()

    return step


def forward(model, x):
    model.eval()

    def run():
        with torch.inference_mode():
            model(x)

    return run


def images(batch, channels, size):
    return torch.rand(batch, channels, size, size), torch.arange(batch) % 10


def make_mlp(batch, optimizer):
    model = mlp()
    make = torch.optim.SGD(model.parameters(), lr=0.01) if optimizer == "sgd" else torch.optim.Adam(model.parameters())
    return training_step(model, make, torch.rand(batch, 784), torch.arange(batch) % 10)


def make_step(model, x, y):
    return training_step(model, torch.optim.AdamW(model.parameters(), lr=0.001), x, y)


def make_gpt():
    tokens = (torch.arange(12 * 64) * 7 % 65).view(12, 64)
    model = Gpt(65, 64, 4, 4, 128)
    optimizer = torch.optim.AdamW(model.parameters(), lr=0.001)
    return training_step(model, optimizer, tokens, tokens, lambda scores, y: F.cross_entropy(scores.flatten(0, 1), y.flatten()))


def make(name):
    kind, *rest = name.split("-")
    if kind == "mlp":
        return make_mlp(int(rest[0]), rest[1])
    if name == "cnn-forward-last":
        return forward(Cnn().to(memory_format=torch.channels_last), images(64, 1, 28)[0].to(memory_format=torch.channels_last))
    return {
        "cnn-step": lambda: make_step(Cnn(), *images(64, 1, 28)),
        "cnn-forward": lambda: forward(Cnn(), images(64, 1, 28)[0]),
        "resnet18-step": lambda: make_step(ResNet18(), *images(32, 3, 32)),
        "resnet18-forward-1": lambda: forward(ResNet18(), images(1, 3, 32)[0]),
        "gpt-step": make_gpt,
    }[name]()


if __name__ == "__main__":
    serve_torch(make)
