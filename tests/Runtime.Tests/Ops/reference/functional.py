"""Writes functional.txt: what PyTorch computes for ReferenceTests. Run with Debian's python3 and torch."""
import math
import os

import torch
import torch.nn.functional as F

torch.set_num_threads(1)


def values(seed, *shape):
    n = math.prod(shape)
    return torch.tensor([math.sin(1.7 * i + 0.9 * seed + 0.3) for i in range(n)], dtype=torch.float32).reshape(shape).requires_grad_()


def positive(seed, *shape):
    return (values(seed, *shape) + 1.5).detach().requires_grad_()


def labels(count, classes):
    return torch.tensor([(3 * i + 1) % classes for i in range(count)])


cases = {}


def case(name, inputs, result):
    cases[name] = (inputs, result)


for reduction in ["none", "mean", "sum"]:
    for weighted in [False, True]:
        for ignore in [-100, 2]:
            for smoothing in [0.0, 0.1]:
                for shape, target in [((6, 5), labels(6, 5)), ((2, 5, 3, 2), labels(12, 5).reshape(2, 3, 2))]:
                    x, w = values(1, *shape), positive(2, 5).detach() if weighted else None
                    case(f"CrossEntropy {reduction} {weighted} {ignore} {smoothing:g} {len(shape)}", [x],
                         F.cross_entropy(x, target, w, ignore_index=ignore, reduction=reduction, label_smoothing=smoothing))
        for smoothing in [0.0, 0.1]:
            for shape in [(6, 5), (2, 5, 3)]:
                x, t = values(1, *shape), values(3, *shape)
                w = positive(2, 5).detach() if weighted else None
                case(f"Probabilities {reduction} {weighted} {smoothing:g} {len(shape)}", [x, t],
                     F.cross_entropy(x, t, w, reduction=reduction, label_smoothing=smoothing))

x = values(1, 5)
case("CrossEntropy sample", [x], F.cross_entropy(x, torch.tensor(3)))
x = (values(1, 3, 5) * 300).detach().requires_grad_()
case("CrossEntropy large", [x], F.cross_entropy(x, labels(3, 5)))
x = values(1, 3, 5)
case("CrossEntropy all ignored", [x], F.cross_entropy(x, torch.full((3,), 7), ignore_index=7))
x = values(1, 6, 5)
case("NllLoss", [x], F.nll_loss(x, labels(6, 5), positive(2, 5).detach(), ignore_index=1))

for a, b in [([7], [7]), ([5, 7], [7]), ([7], [7, 5]), ([5, 7], [7, 3]), ([2, 5, 7], [7]), ([7], [2, 7, 5]), ([2, 5, 7], [7, 3]),
             ([5, 7], [2, 7, 3]), ([2, 5, 7], [2, 7, 3]), ([2, 1, 5, 7], [3, 7, 4]), ([3, 5, 7], [2, 1, 7, 4]), ([1, 5, 7], [3, 7, 1])]:
    x, y = values(1, *a), values(2, *b)
    case(f"MatMul {a} {b}", [x, y], torch.matmul(x, y))

for dims in [None, [0], [-1], [1, 2], [0, 2]]:
    for keep in [False, True]:
        for name in ["sum", "mean", "var", "std", "amax", "amin"]:
            if dims is None and keep:
                continue
            x = values(1, 3, 4, 5)
            result = getattr(x, name)() if dims is None else getattr(x, name)(dim=dims, keepdim=keep)
            case(f"{name} {dims} {keep}", [x], result)

for dim in [0, 1, -1]:
    x = values(1, 3, 4, 5)
    case(f"max {dim}", [x], x.max(dim).values)
    x = values(1, 3, 4, 5)
    case(f"min {dim}", [x], x.min(dim).values)
    x = values(1, 3, 4, 5)
    case(f"argmax {dim}", [], x.argmax(dim).float())
    x = values(1, 3, 4, 5)
    case(f"softmax {dim}", [x], F.softmax(x, dim))
    x = values(1, 3, 4, 5)
    case(f"log_softmax {dim}", [x], F.log_softmax(x, dim))

x = torch.tensor([[1.0, 1.0, 0.0], [math.nan, 2.0, 3.0], [-1.0, -1.0, -1.0]], requires_grad=True)
case("ties max", [], x.max(1).values)
case("ties argmax", [], x.argmax(1).float())
case("ties argmin", [], x.argmin(1).float())
x = torch.tensor([1.0, 3.0, 3.0, 0.0], requires_grad=True)
case("ties amax", [x], x.max())
x = torch.tensor([-math.inf, -0.0, 0.0, math.inf, math.nan, -1.5, 2.0], requires_grad=True)
case("special relu", [x], F.relu(x))
x = torch.tensor([-math.inf, -0.0, 0.0, math.inf, math.nan, -1.5, 2.0], requires_grad=True)
case("special clamp", [x], x.clamp(-1, 1))
x = torch.tensor([-math.inf, -0.0, 0.0, math.inf, math.nan, -1.5, 2.0], requires_grad=True)
case("special abs", [x], x.abs())
x = torch.tensor([-math.inf, -math.inf, 0.0, -math.inf, -math.inf, -math.inf, 1.0, math.inf, 2.0]).reshape(3, 3)
case("special softmax", [], F.softmax(x, 1))


def text(tensor):
    return " ".join(f"{v:.9g}" for v in tensor.detach().flatten().tolist())


with open(os.path.join(os.path.dirname(__file__), "functional.txt"), "w") as file:
    file.write(f"# torch {torch.__version__}: name; shape; result; gradient of each input for a result gradient of values(7)\n")
    for name, (inputs, result) in cases.items():
        parts = [name, ",".join(map(str, result.shape)), text(result)]
        if inputs:
            parts += [text(g) for g in torch.autograd.grad(result, inputs, values(7, *result.shape).detach())]
        file.write("; ".join(parts) + "\n")
