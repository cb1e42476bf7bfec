"""Writes which samples PyTorch's samplers and random_split draw.

    /usr/bin/python3 samplers.py > samplers.txt

A line is the name of a case and, for each epoch or part, its indices.
"""
import torch
from torch.utils.data import BatchSampler, SequentialSampler, SubsetRandomSampler, TensorDataset, WeightedRandomSampler, random_split

WEIGHTS = [0.1, 0.9, 0.4, 0.0, 3.0, 0.7, 1.3]


def show(name, parts):
    print(f"{name}: {' | '.join(' '.join(str(i) for i in part) for part in parts)}")


def main():
    dataset = TensorDataset(torch.arange(17))
    torch.manual_seed(5)
    show("split", [part.indices for part in random_split(dataset, [9, 0, 8])])
    show("fractions", [part.indices for part in random_split(dataset, [0.5, 0.3, 0.2], generator=torch.Generator().manual_seed(3))])
    subset = SubsetRandomSampler([3, 1, 4, 15, 9, 2, 6])
    show("subset", [list(subset), list(subset)])
    weighted = WeightedRandomSampler(WEIGHTS, 12)
    show("weighted", [list(weighted), list(weighted)])
    show("weighted once", [list(WeightedRandomSampler(WEIGHTS, 1))])
    show("weighted without replacement", [list(WeightedRandomSampler(WEIGHTS, 5, replacement=False, generator=torch.Generator().manual_seed(8)))])
    show("batches", BatchSampler(SequentialSampler(range(7)), 3, drop_last=False))
    show("full batches", BatchSampler(SequentialSampler(range(7)), 3, drop_last=True))


if __name__ == "__main__":
    main()
