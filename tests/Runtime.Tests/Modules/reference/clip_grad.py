"""Writes what PyTorch's gradient clipping makes of two gradients that follow a fixed rule; a third parameter has none.

    ATEN_CPU_CAPABILITY=avx2 /usr/bin/python3 clip_grad.py > clip_grad.txt

A line is the norm's order, the largest norm, the norm found, and all gradients afterwards.
"""
import torch

SIZES = [7, 35]


def parameters():
    result = [torch.nn.Parameter(torch.zeros(n)) for n in SIZES + [3]]
    for i, n in enumerate(SIZES):
        result[i].grad = ((torch.arange(n) * (i + 3)) % 11 - 5) * 0.25
    return result


def main():
    print("# torch", torch.__version__)
    for order, largest in ((2, 1.0), (2, 1000.0), (1, 2.5), (3, 0.5), (float("inf"), 0.7)):
        clipped = parameters()
        norm = torch.nn.utils.clip_grad_norm_(clipped, largest, norm_type=order)
        values = torch.cat([p.grad for p in clipped if p.grad is not None]).tolist()
        print(f"{order}; {largest}; {norm.item():.9g};", *(f"{v:.9g}" for v in values))


if __name__ == "__main__":
    main()
