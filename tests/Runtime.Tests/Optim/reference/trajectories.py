"""Writes what PyTorch's optimizers make of two parameters whose gradients follow a fixed rule.

    ATEN_CPU_CAPABILITY=avx2 /usr/bin/python3 trajectories.py > trajectories.txt

A line is a name, a step and the values of both parameters after it. `maximize` is run as the minimization of the negated gradient,
which is what it means since PyTorch 2.0 (before, SGD did not negate the weight decay with it).
"""
import torch

STEPS = 200
SAMPLED = [1, 2, 3, 10, 50, 100, 200]
SIZES = [35, 2]                                     # more and fewer than a vector has lanes

RUNS = {
    "SGD": (torch.optim.SGD, dict(lr=0.05)),
    "SGD momentum": (torch.optim.SGD, dict(lr=0.02, momentum=0.9)),
    "SGD momentum dampening": (torch.optim.SGD, dict(lr=0.02, momentum=0.9, dampening=0.3)),
    "SGD nesterov": (torch.optim.SGD, dict(lr=0.01, momentum=0.8, nesterov=True)),
    "SGD weightDecay": (torch.optim.SGD, dict(lr=0.05, weight_decay=0.1)),
    "SGD nesterov weightDecay": (torch.optim.SGD, dict(lr=0.01, momentum=0.9, weight_decay=0.01, nesterov=True)),
    "SGD maximize": (torch.optim.SGD, dict(lr=0.001, momentum=0.5, weight_decay=0.01, maximize=True)),
    "Adam": (torch.optim.Adam, dict(lr=0.01)),
    "Adam betas": (torch.optim.Adam, dict(lr=0.02, betas=(0.4, 0.95))),
    "Adam eps": (torch.optim.Adam, dict(lr=0.1, eps=0.5)),
    "Adam weightDecay": (torch.optim.Adam, dict(lr=0.01, weight_decay=0.1)),
    "Adam amsgrad": (torch.optim.Adam, dict(lr=0.03, betas=(0.9, 0.9), amsgrad=True)),
    "Adam maximize": (torch.optim.Adam, dict(lr=0.01, weight_decay=0.05, maximize=True)),
    "AdamW": (torch.optim.AdamW, dict(lr=0.01)),
    "AdamW betas": (torch.optim.AdamW, dict(lr=0.02, betas=(0.4, 0.95))),
    "AdamW eps": (torch.optim.AdamW, dict(lr=0.1, eps=0.5, weight_decay=0)),
    "AdamW weightDecay": (torch.optim.AdamW, dict(lr=0.02, weight_decay=0.4)),
    "AdamW amsgrad": (torch.optim.AdamW, dict(lr=0.03, betas=(0.9, 0.9), weight_decay=0.1, amsgrad=True)),
    "AdamW maximize": (torch.optim.AdamW, dict(lr=0.01, weight_decay=0.05, maximize=True)),
}


def gradient(parameter, step):
    """Exact in float32 but for the last product, and noisy, so that running means are put to use."""
    index = torch.arange(parameter.numel())
    noise = (step * 7 + index * 3) % 11 - 5
    return (parameter.detach() - (index % 5 - 2)) * ((index % 3 + 1) * 0.5) + noise * 0.25


def main():
    print("# torch", torch.__version__)
    for name, (optimizer_type, options) in RUNS.items():
        options = dict(options)
        sign = -1 if options.pop("maximize", False) else 1
        parameters = [torch.nn.Parameter((torch.arange(n) % 7 - 3) * 0.25) for n in SIZES]
        optimizer = optimizer_type(parameters, **options)
        for step in range(1, STEPS + 1):
            for parameter in parameters:
                parameter.grad = sign * gradient(parameter, step)
            optimizer.step()
            if step in SAMPLED:
                values = torch.cat([p.detach() for p in parameters]).tolist()
                print(f"{name}; {step};", *(f"{v:.9g}" for v in values))


if __name__ == "__main__":
    main()
