"""Fits a 2-5-1 network to 12 points with L-BFGS: the loss before each step and the weights after the last, in float64.

    ATEN_CPU_CAPABILITY=avx2 /usr/bin/python3 lbfgs.py > lbfgs.txt
"""
import math

import torch

RUNS = {
    "fixed": dict(lr=0.1, max_iter=5),
    "history": dict(lr=0.1, max_iter=6, history_size=2),
    "wolfe": dict(max_iter=4, line_search_fn="strong_wolfe"),
    "wolfe evaluations": dict(max_iter=10, max_eval=4, line_search_fn="strong_wolfe"),
    "tolerance": dict(lr=0.1, max_iter=10, tolerance_grad=0.3, tolerance_change=0.02),
}
STEPS = 6


def main():
    inputs = torch.tensor([[i / 4 - 1, (i * 5 % 12) / 6 - 1] for i in range(12)], dtype=torch.float64)
    targets = torch.sin(2 * inputs[:, :1]) * inputs[:, 1:]
    for name, options in RUNS.items():
        model = torch.nn.Sequential(torch.nn.Linear(2, 5), torch.nn.Tanh(), torch.nn.Linear(5, 1)).to(torch.float64)
        at = 0
        for p in model.parameters():
            p.data = torch.tensor([math.sin(1 + at + i) * 0.6 for i in range(p.numel())], dtype=torch.float64).view(p.shape)
            at += p.numel()
        optimizer = torch.optim.LBFGS(model.parameters(), **options)

        def closure():
            optimizer.zero_grad()
            loss = torch.nn.functional.mse_loss(model(inputs), targets)
            loss.backward()
            return loss

        losses = [float(optimizer.step(closure)) for _ in range(STEPS)]
        evaluations = optimizer.state_dict()["state"][0]["func_evals"]
        weights = [v for p in model.parameters() for v in p.detach().flatten().tolist()]
        print(f"{name};{evaluations};{' '.join(f'{v:.9g}' for v in losses)};{' '.join(f'{v:.9g}' for v in weights)}")


if __name__ == "__main__":
    main()
