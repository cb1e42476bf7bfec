"""PyTorch's side of the comparison: the training step of bench/Shared/MlpStep.cs.

Reads lines "batch threads seconds" and answers each with the mean time of a step in microseconds, so that both sides can be timed in
turn in one session. Its first line tells the version.
"""
import sys
import time

import torch
import torch.nn.functional as F


def make_step(batch):
    model = torch.nn.Sequential(
        torch.nn.Linear(784, 128), torch.nn.ReLU(), torch.nn.Linear(128, 64), torch.nn.ReLU(), torch.nn.Linear(64, 10))
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
    x, y = torch.rand(batch, 784), torch.arange(batch) % 10

    def step():
        optimizer.zero_grad(set_to_none=True)
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()

    return step


def measure(step, seconds):
    start = now = time.perf_counter()
    count = 0
    while now - start < seconds:
        step()
        count += 1
        now = time.perf_counter()
    return (now - start) / count * 1e6


def main():
    print(torch.__version__, flush=True)
    steps = {}
    for line in sys.stdin:
        batch, threads, seconds = line.split()
        torch.set_num_threads(int(threads))
        step = steps.setdefault(batch, make_step(int(batch)))
        print(measure(step, float(seconds)), flush=True)


if __name__ == "__main__":
    main()
