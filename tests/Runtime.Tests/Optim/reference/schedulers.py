"""Writes the learning rates, and cycled momentums, that PyTorch's schedulers give two parameter groups over 200 epochs.

    /usr/bin/python3 schedulers.py > schedulers.txt

A line is a name, then for each epoch `lr lr` or `lr lr momentum momentum`.
"""
import warnings

import torch
import torch.optim.swa_utils
from torch.optim.lr_scheduler import *

warnings.simplefilter("ignore")
EPOCHS = 200


def sgd():
    groups = [{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)], "lr": 0.5}]
    return torch.optim.SGD(groups, lr=0.1, momentum=0.9)


def adam():
    return torch.optim.Adam([{"params": [torch.zeros(1)]}, {"params": [torch.zeros(1)], "lr": 0.5}], lr=0.1, betas=(0.7, 0.99))


def sequence(o):
    return SequentialLR(o, [LinearLR(o, 0.1, total_iters=10), CosineAnnealingLR(o, 60), ExponentialLR(o, 0.9)], [10, 70])


RUNS = {
    "StepLR": lambda o: StepLR(o, 30),
    "StepLR gamma": lambda o: StepLR(o, 7, gamma=0.8),
    "MultiStepLR": lambda o: MultiStepLR(o, [30, 80, 80, 120], gamma=0.3),
    "ConstantLR": lambda o: ConstantLR(o),
    "ConstantLR factor": lambda o: ConstantLR(o, factor=0.2, total_iters=40),
    "LinearLR": lambda o: LinearLR(o),
    "LinearLR down": lambda o: LinearLR(o, start_factor=0.9, end_factor=0.1, total_iters=90),
    "ExponentialLR": lambda o: ExponentialLR(o, 0.97),
    "PolynomialLR": lambda o: PolynomialLR(o),
    "PolynomialLR power": lambda o: PolynomialLR(o, total_iters=150, power=2.5),
    "LambdaLR": lambda o: LambdaLR(o, lambda e: 1 / (1 + e)),
    "LambdaLR groups": lambda o: LambdaLR(o, [lambda e: 0.95 ** e, lambda e: e // 30]),
    "MultiplicativeLR": lambda o: MultiplicativeLR(o, lambda e: 0.95 if e % 2 else 1.01),
    "CosineAnnealingLR": lambda o: CosineAnnealingLR(o, 50),
    "CosineAnnealingLR etaMin": lambda o: CosineAnnealingLR(o, 33, eta_min=0.01),
    "CosineAnnealingWarmRestarts": lambda o: CosineAnnealingWarmRestarts(o, 20),
    "CosineAnnealingWarmRestarts mult": lambda o: CosineAnnealingWarmRestarts(o, 10, T_mult=2, eta_min=0.001),
    "CyclicLR": lambda o: CyclicLR(o, 0.01, 0.1, step_size_up=15),
    "CyclicLR triangular2": lambda o: CyclicLR(o, [0.01, 0.02], [0.1, 0.3], step_size_up=15, step_size_down=25, mode="triangular2"),
    "CyclicLR expRange": lambda o: CyclicLR(o, 0.01, 0.1, 20, mode="exp_range", gamma=0.99, base_momentum=0.6, max_momentum=0.95),
    "CyclicLR scale": lambda o: CyclicLR(o, 0.01, 0.1, 20, scale_fn=lambda x: 1 / (5 ** (x * 0.0001)), scale_mode="iterations", cycle_momentum=False),
    "OneCycleLR": lambda o: OneCycleLR(o, 0.1, total_steps=200),
    "OneCycleLR linear": lambda o: OneCycleLR(o, [0.1, 0.4], epochs=20, steps_per_epoch=10, anneal_strategy="linear", pct_start=0.4),
    "OneCycleLR threePhase": lambda o: OneCycleLR(o, 0.2, total_steps=220, three_phase=True, div_factor=10.0, final_div_factor=100.0),
    "OneCycleLR fixed": lambda o: OneCycleLR(o, 0.2, total_steps=200, cycle_momentum=False),
    "SequentialLR": sequence,
    "SequentialLR restarts": lambda o: SequentialLR(o, [ConstantLR(o, 0.1, total_iters=5), CosineAnnealingWarmRestarts(o, 15, T_mult=2)], [5]),
    "SequentialLR steps": lambda o: SequentialLR(o, [LinearLR(o), StepLR(o, 20, 0.5), PolynomialLR(o, 60)], [5, 100]),
    "SWALR": lambda o: torch.optim.swa_utils.SWALR(o, 0.05),
    "SWALR linear": lambda o: torch.optim.swa_utils.SWALR(o, [0.02, 0.9], anneal_epochs=40, anneal_strategy="linear"),
    "SWALR at once": lambda o: torch.optim.swa_utils.SWALR(o, 0.05, anneal_epochs=0),
    "ChainedScheduler": lambda o: ChainedScheduler([ConstantLR(o, factor=0.1, total_iters=20), ExponentialLR(o, gamma=0.98)]),
    "ChainedScheduler three": lambda o: ChainedScheduler([LinearLR(o, total_iters=10), StepLR(o, 50), MultiplicativeLR(o, lambda e: 0.99)]),
}
ADAM_RUNS = {"Adam OneCycleLR": lambda o: OneCycleLR(o, 0.1, total_steps=200, base_momentum=0.6)}
PLATEAU_RUNS = {
    "ReduceLROnPlateau": lambda o: ReduceLROnPlateau(o),
    "ReduceLROnPlateau patience": lambda o: ReduceLROnPlateau(o, factor=0.5, patience=3, cooldown=4, min_lr=[0.001, 0.01]),
    "ReduceLROnPlateau max": lambda o: ReduceLROnPlateau(o, "max", factor=0.7, patience=2, threshold=0.05, threshold_mode="abs"),
    "ReduceLROnPlateau rel": lambda o: ReduceLROnPlateau(o, "max", factor=0.7, patience=2, threshold=0.1),
    "ReduceLROnPlateau eps": lambda o: ReduceLROnPlateau(o, factor=0.9, patience=0, threshold=0.2, threshold_mode="abs", eps=1e-3),
}


def metric(epoch):
    """Falls, rests, and falls again, with noise that is exact in float64."""
    return 2.0 / (1 + min(epoch, 40) + max(0, epoch - 120)) + (epoch * 7 % 11) / 64


def values(optimizer, keys):
    for key in keys:
        for group in optimizer.param_groups:
            value = group[key] if key != "betas" else group[key][0]
            yield f"{value:.12g}"


def main():
    for runs, make, keys in ((RUNS, sgd, ["lr", "momentum"]), (ADAM_RUNS, adam, ["lr", "betas"]), (PLATEAU_RUNS, sgd, ["lr"])):
        for name, schedule in runs.items():
            optimizer = make()
            scheduler = schedule(optimizer)
            cycles = "Cycl" in name
            parts = []
            for epoch in range(EPOCHS):
                parts.append(" ".join(values(optimizer, keys if cycles else ["lr"])))
                if epoch < EPOCHS - 1:
                    scheduler.step(*([metric(epoch)] if runs is PLATEAU_RUNS else []))
            print(name + ";" + ";".join(parts))


if __name__ == "__main__":
    main()
