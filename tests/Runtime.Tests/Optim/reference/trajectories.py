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
    "Adagrad": (torch.optim.Adagrad, dict(lr=0.1)),
    "Adagrad lrDecay": (torch.optim.Adagrad, dict(lr=0.5, lr_decay=0.05, initial_accumulator_value=0.3, eps=1e-3)),
    "Adagrad maximize": (torch.optim.Adagrad, dict(lr=0.05, weight_decay=0.1, maximize=True)),
    "Adadelta": (torch.optim.Adadelta, dict()),
    "Adadelta rho": (torch.optim.Adadelta, dict(lr=0.5, rho=0.5, eps=1e-3, weight_decay=0.1)),
    "Adamax": (torch.optim.Adamax, dict()),
    "Adamax betas": (torch.optim.Adamax, dict(lr=0.05, betas=(0.5, 0.9), eps=1e-3, weight_decay=0.1)),
    "RAdam": (torch.optim.RAdam, dict(lr=0.02)),
    "RAdam betas": (torch.optim.RAdam, dict(lr=0.05, betas=(0.5, 0.9), eps=1e-3, weight_decay=0.1)),
    "RMSprop": (torch.optim.RMSprop, dict()),
    "RMSprop momentum": (torch.optim.RMSprop, dict(lr=0.005, alpha=0.9, momentum=0.9, weight_decay=0.1)),
    "RMSprop centered": (torch.optim.RMSprop, dict(lr=0.01, centered=True, eps=0.05)),
    "RMSprop centered momentum": (torch.optim.RMSprop, dict(lr=0.003, momentum=0.5, centered=True, eps=0.05)),
    "Rprop": (torch.optim.Rprop, dict()),
    "Rprop etas": (torch.optim.Rprop, dict(lr=0.1, etas=(0.3, 1.5), step_sizes=(1e-3, 0.5))),
    "ASGD": (torch.optim.ASGD, dict(lr=0.05)),
    "ASGD averaging": (torch.optim.ASGD, dict(lr=0.05, lambd=0.01, alpha=0.6, t0=20, weight_decay=0.05)),
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
