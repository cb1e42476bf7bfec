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

functions = {
    "leaky_relu": lambda x: F.leaky_relu(x, 0.3), "elu": lambda x: F.elu(x, 1.7), "celu": lambda x: F.celu(x, 1.7), "selu": F.selu,
    "gelu": F.gelu, "gelu tanh": lambda x: F.gelu(x, approximate="tanh"), "silu": F.silu, "mish": F.mish,
    "softplus": lambda x: F.softplus(x, 2, 3), "hardtanh": lambda x: F.hardtanh(x, -2, 0.5), "relu6": F.relu6, "hardsigmoid": F.hardsigmoid,
    "hardswish": F.hardswish, "logsigmoid": F.logsigmoid, "softsign": F.softsign, "tanhshrink": F.tanhshrink,
    "softshrink": lambda x: F.softshrink(x, 1.5), "hardshrink": lambda x: F.hardshrink(x, 1.5), "threshold": lambda x: F.threshold(x, 0.5, 7.0),
}
for name, function in functions.items():
    x = (values(1, 5, 7) * 4).detach().requires_grad_()
    case(f"{name} values", [x], function(x))
    x = torch.tensor([-math.inf, -100.0, -20.0, -1e-5, -0.0, 0.0, 1e-5, 20.0, 100.0, math.inf, math.nan])
    result = function(x)
    if name == "softshrink":
        result[x.isnan()] = math.nan  # as PyTorch 2 gives it
    case(f"{name} special", [], result)

x, w, b = values(1, 2, 3, 4, 5), positive(2, 4, 5), values(3, 4, 5)
case("layer_norm affine", [x, w, b], F.layer_norm(x, [4, 5], w, b))
x = values(1, 3, 70)
case("layer_norm plain", [x], F.layer_norm(x, [70], eps=0.1))
x = (values(1, 3, 70) * 0.01 + 100).detach().requires_grad_()
case("layer_norm offset", [], F.layer_norm(x.double(), [70]).float())

indices = torch.tensor([[2, 0, 4], [1, 2, 2]])
w = values(1, 5, 3)
case("embedding", [w], F.embedding(indices, w))
w = values(1, 5, 3)
case("embedding padding", [w], F.embedding(indices, w, padding_idx=-3))
w = values(1, 5, 3)
case("embedding frequency", [w], F.embedding(indices, w, padding_idx=4, scale_grad_by_freq=True))


def attention(q, k, v, mask=None, causal=False, scale=None):
    """PyTorch 2's scaled_dot_product_attention by its definition, in double precision."""
    scores = q.double() @ k.double().transpose(-2, -1) * (1 / math.sqrt(q.shape[-1]) if scale is None else scale)
    if causal:
        mask = torch.ones(q.shape[-2], k.shape[-2], dtype=torch.bool).tril()
    if mask is not None:
        scores = scores.masked_fill(~mask, -math.inf) if mask.dtype == torch.bool else scores + mask.double()
    weights = scores.softmax(-1)
    return (weights.masked_fill(weights.isnan(), 0) @ v.double()).float()


x = [values(1, 2, 67, 4), values(2, 2, 70, 4), values(3, 2, 70, 3)]
case("attention plain", x, attention(*x))
x = [values(1, 2, 67, 4), values(2, 2, 70, 4), values(3, 2, 70, 3)]
case("attention causal", x, attention(*x, causal=True, scale=0.7))
x = [values(1, 2, 3, 4, 8), values(2, 2, 3, 6, 8), values(3, 2, 3, 6, 5), values(4, 2, 1, 4, 6)]
case("attention mask", x, attention(*x))
x = [values(1, 2, 3, 4, 8), values(2, 2, 3, 6, 8), values(3, 2, 3, 6, 5)]
case("attention keep", x, attention(*x, mask=(labels(24, 5) > 1).reshape(4, 6)))

for size in [7, 3]:
    x = values(1, 2, 2, 5)
    case(f"nearest 1d {size}", [x], F.interpolate(x, size=size))
    x = values(1, 1, 2, 5, 4)
    case(f"nearest 2d {size}", [x], F.interpolate(x, size=(size, 9)))
x = values(1, 1, 2, 2, 3, 2)
case("nearest 3d", [x], F.interpolate(x, scale_factor=(2, 1, 3)))


def text(tensor):
    return " ".join(f"{v:.9g}" for v in tensor.detach().flatten().tolist())


with open(os.path.join(os.path.dirname(__file__), "functional.txt"), "w") as file:
    file.write(f"# torch {torch.__version__}: name; shape; result; gradient of each input for a result gradient of values(7)\n")
    for name, (inputs, result) in cases.items():
        parts = [name, ",".join(map(str, result.shape)), text(result)]
        if inputs:
            parts += [text(g) for g in torch.autograd.grad(result, inputs, values(7, *result.shape).detach())]
        file.write("; ".join(parts) + "\n")
