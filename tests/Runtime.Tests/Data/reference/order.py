"""Writes in which order PyTorch's DataLoader takes samples, and what the default generator draws afterwards.

    /usr/bin/python3 order.py > order.txt

A line is the name of a case, a colon, and for each epoch its indices; then the next number below 1,000,000 that the default
generator gives, which shows that as many were drawn before. An unshuffled epoch draws too.
"""
import torch
from torch.utils.data import DataLoader


def show(name, epochs):
    text = " | ".join(" ".join(str(i) for i in epoch) for epoch in epochs)
    print(f"{name}: {text} | {torch.randint(1_000_000, (1,)).item()}")


def epoch(loader):
    return torch.cat([b.flatten() for b in loader]).tolist()


def main():
    print("# torch", torch.__version__)
    samples = torch.arange(10)

    torch.manual_seed(0)
    loader = DataLoader(samples, batch_size=3, shuffle=True)
    show("shuffled", [epoch(loader), epoch(loader)])

    torch.manual_seed(0)
    loader = DataLoader(samples, batch_size=3, shuffle=True, drop_last=True)
    show("dropLast", [epoch(loader), epoch(loader)])

    torch.manual_seed(1)
    sequential = DataLoader(samples, batch_size=4)
    show("between", [epoch(sequential), epoch(DataLoader(samples, batch_size=4, shuffle=True)), epoch(sequential)])

    torch.manual_seed(2)
    loader = DataLoader(samples, batch_size=5, shuffle=True, generator=torch.Generator().manual_seed(7))
    show("generator", [epoch(loader), epoch(loader)])

    torch.manual_seed(3)
    loader = DataLoader(samples, batch_size=5, shuffle=True)
    iter(loader)                                    # draws its base seed; the order would be drawn at the first batch
    show("not enumerated", [epoch(loader)])

    torch.manual_seed(4)
    loader = DataLoader(samples, batch_size=2, shuffle=True)
    first = next(iter(loader)).tolist()
    show("broken off", [first, epoch(loader)])


if __name__ == "__main__":
    main()
