"""Runs PyTorch's own `optim_baseline` experiment: a 2-3-1 sigmoid network whose outputs are made small, 1,001 steps, seed 0.

    ATEN_CPU_CAPABILITY=avx2 /usr/bin/python3 baseline.py > baseline.txt

The first line holds the weights at the start. A line is an optimizer, its options, a step and the weights after it, in float64
(Rprop in float32: rounding decides its signs). What PyTorch 2 changed is done as there: `maximize` negates the gradient before
the weight decay is added, NAdam's product of momentums has no factor twice, and NAdam and RAdam know decoupled weight decay.
"""
import json
import math

import torch

STEPS, EVERY = 1001, 100

BETAS = [
    dict(lr=0.01),
    dict(lr=0.1, betas=[0.5, 0.9]),
    dict(lr=0.01, eps=1e-2),
    dict(lr=0.05, weight_decay=0.01),
    dict(lr=0.02, weight_decay=0.001, betas=[0.5, 0.99]),
    dict(lr=0.001, maximize=True, weight_decay=0.1),
]
RUNS = {
    "SGD": [
        dict(lr=0.1), dict(lr=0.1, weight_decay=0.01), dict(lr=0.1, momentum=0.9),
        dict(lr=0.1, momentum=0.9, dampening=0.1, weight_decay=0.01), dict(lr=0.1, momentum=0.9, nesterov=True, weight_decay=1e-6),
        dict(lr=0.001, momentum=0.5, maximize=True),
    ],
    "Adam": [dict(lr=1.0), dict(lr=1.0, weight_decay=0.01), dict(lr=1.0, weight_decay=1e-6, amsgrad=True), *BETAS],
    "AdamW": [dict(lr=1.0), dict(lr=1.0, weight_decay=0.0), dict(lr=1.0, weight_decay=1e-6, amsgrad=True), *BETAS],
    "Adamax": BETAS,
    "NAdam": [*BETAS, dict(lr=0.01, momentum_decay=0.1), dict(lr=0.05, weight_decay=0.1, decoupled_weight_decay=True)],
    "RAdam": [*BETAS, dict(lr=0.05, weight_decay=0.1, decoupled_weight_decay=True)],
    "Adagrad": [
        dict(lr=1.0), dict(lr=1.0, weight_decay=0.01), dict(lr=1.0, weight_decay=1e-6, lr_decay=1e-3),
        dict(lr=0.1, initial_accumulator_value=0.5), dict(lr=0.1, eps=0.1), dict(lr=0.01, maximize=True),
    ],
    "Adadelta": [
        dict(lr=1.0), dict(lr=0.5), dict(lr=1.0, rho=0.5), dict(lr=1.0, eps=1e-3), dict(lr=1.0, weight_decay=0.1),
        dict(lr=0.5, rho=0.7, maximize=True),
    ],
    "RMSprop": [
        dict(lr=0.1), dict(lr=0.1, weight_decay=0.01), dict(lr=0.1, weight_decay=1e-6, centered=True),
        dict(lr=0.1, weight_decay=1e-6, centered=True, momentum=0.9), dict(lr=0.01, alpha=0.5, eps=1e-3, momentum=0.5),
        dict(lr=0.001, maximize=True),
    ],
    "Rprop": [
        dict(lr=0.01), dict(lr=0.1), dict(lr=0.01, etas=[0.3, 1.1]), dict(lr=0.01, step_sizes=[1e-4, 0.1]),
        dict(lr=1.0, etas=[0.9, 1.01]), dict(lr=0.001, maximize=True, step_sizes=[1e-6, 0.01]),
    ],
    "ASGD": [
        dict(lr=0.01), dict(lr=0.1, t0=100.0), dict(lr=0.1, lambd=0.01), dict(lr=0.1, alpha=0.5, lambd=0.1), dict(lr=0.05, weight_decay=0.1),
        dict(lr=0.001, maximize=True),
    ],
    "LBFGS": [
        dict(lr=1.0), dict(lr=1.0, line_search_fn="strong_wolfe"), dict(lr=0.1, max_iter=4), dict(lr=0.5, history_size=3),
        dict(lr=1.0, max_iter=5, history_size=2, line_search_fn="strong_wolfe"), dict(lr=0.5, max_iter=3, max_eval=2, tolerance_change=1e-7),
    ],
}


class NAdam(torch.optim.Optimizer):
    """NAdam of PyTorch 2."""

    def __init__(self, params, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0, momentum_decay=4e-3):
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, momentum_decay=momentum_decay))
        self.steps, self.product = 0, 1.0
        self.means = [[torch.zeros_like(p), torch.zeros_like(p)] for p in params]

    @torch.no_grad()
    def step(self, closure):
        group = self.param_groups[0]
        beta1, beta2 = group["betas"]
        self.steps += 1
        now, following = (beta1 * (1 - 0.5 * 0.96 ** (step * group["momentum_decay"])) for step in (self.steps, self.steps + 1))
        self.product *= now
        for p, (mean, square) in zip(group["params"], self.means):
            grad = p.grad + group["weight_decay"] * p
            mean.mul_(beta1).add_(grad, alpha=1 - beta1)
            square.mul_(beta2).addcmul_(grad, grad, value=1 - beta2)
            root = (square / (1 - beta2 ** self.steps)).sqrt() + group["eps"]
            p.addcdiv_(grad, root, value=-group["lr"] * (1 - now) / (1 - self.product))
            p.addcdiv_(mean, root, value=-group["lr"] * following / (1 - self.product * following))


def initialize(module):
    if isinstance(module, torch.nn.Linear):
        bound = 1.0 / math.sqrt(module.weight.size(1))
        for p in module.parameters():
            p.data.uniform_(-bound, bound)


def network(name):
    torch.manual_seed(0)
    model = torch.nn.Sequential(torch.nn.Linear(2, 3), torch.nn.Sigmoid(), torch.nn.Linear(3, 1), torch.nn.Sigmoid())
    model = model.to(torch.float64).apply(initialize)
    return model.to(torch.float32) if name == "Rprop" else model


def weights(model):
    return " ".join(f"{v:.9g}" for p in model.parameters() for v in p.detach().flatten().tolist())


def run(name, options):
    model = network(name)
    parameters = list(model.parameters())
    options = dict(options)
    sign = -1 if options.pop("maximize", False) else 1
    decay = options["lr"] * options.pop("weight_decay") if options.pop("decoupled_weight_decay", False) else 0
    optimizer = (NAdam if name == "NAdam" else getattr(torch.optim, name))(parameters, **options)
    inputs = torch.tensor([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]], dtype=parameters[0].dtype)
    for step in range(STEPS):
        optimizer.zero_grad()
        model(inputs).sum().backward()
        for p in parameters:
            p.grad *= sign
            p.data *= 1 - decay
        optimizer.step(lambda: torch.tensor([10.0]))
        if step % EVERY == 0:
            yield step, weights(model)


def main():
    print("start;" + weights(network("")))
    for name, runs in RUNS.items():
        for options in runs:
            for step, values in run(name, options):
                print(f"{name};{json.dumps(options)};{step};{values}")


if __name__ == "__main__":
    main()
