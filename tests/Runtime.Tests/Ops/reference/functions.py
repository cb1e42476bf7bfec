"""Writes functions.txt: what PyTorch computes for ReferenceTests.Functions. Run with Debian's python3 and torch."""
import math
import os

import torch

torch.set_num_threads(1)


def values(seed, *shape):
    n = math.prod(shape)
    return torch.tensor([math.sin(1.7 * i + 0.9 * seed + 0.3) for i in range(n)], dtype=torch.float32).reshape(shape).requires_grad_()


def leaf(tensor):
    return tensor.detach().clone().requires_grad_()


cases = {}


def case(name, inputs, function):
    cases[name] = (inputs, function(*inputs))


INF, NAN = math.inf, math.nan
special = torch.tensor([-INF, -100.5, -2.5, -1.0, -0.5, -0.0, 0.0, 0.3, 0.5, 1.0, 1.5, 2.5, 40.0, 90.0, 1e20, INF, NAN])
for name in ["exp2", "expm1", "log2", "log10", "log1p", "rsqrt", "reciprocal", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh",
             "asinh", "acosh", "atanh", "erf", "erfc", "erfinv", "sign", "floor", "ceil", "round", "trunc", "frac", "nan_to_num"]:
    case(f"special {name}", [leaf(special)], lambda x: getattr(torch, name)(x))
    cases[f"special {name}"] = ([], cases[f"special {name}"][1])
    domain = {"acosh": lambda: leaf(values(1, 3, 7) + 2.5), "asin": lambda: leaf(values(1, 3, 7) * 0.95), "erfinv": lambda: leaf(values(1, 3, 7) * 0.95)}
    x = domain.get(name, lambda: leaf((values(1, 3, 7) + 1.5) * (0.3 if name in ["acos", "atanh"] else 2)))()
    case(f"{name}", [x], getattr(torch, name))

pairs = [leaf(values(1, 3, 7) + 1.5), leaf(values(2, 7) + 1.4)]
for name in ["pow", "atan2", "hypot", "logaddexp", "xlogy", "maximum", "minimum", "fmod", "remainder"]:
    case(name, [leaf(p) for p in pairs], getattr(torch, name))
x, y = torch.meshgrid(special[[0, 3, 5, 6, 9, 15, 16]], special[[0, 3, 5, 6, 9, 15, 16]], indexing="ij")
for name in ["pow", "atan2", "hypot", "maximum", "minimum", "fmod", "remainder"]:
    cases[f"special {name}"] = ([], getattr(torch, name)(x, y))
case("ties maximum", [leaf(torch.tensor([1.0, 2, 3])), leaf(torch.tensor([1.0, 3, 2]))], torch.maximum)
case("lerp", [values(1, 3, 4), values(2, 4), leaf(values(3, 3, 1) + 0.5)], torch.lerp)
case("addcmul", [values(1, 3, 4), values(2, 4), values(3, 3, 1)], lambda x, a, b: torch.addcmul(x, a, b, value=0.5))
case("addcdiv", [values(1, 3, 4), values(2, 4), leaf(values(3, 3, 1) + 2)], lambda x, a, b: torch.addcdiv(x, a, b, value=0.5))
case("clamp tensors", [values(1, 3, 7), leaf(values(2, 7) * 0.5 - 0.4), leaf(values(3, 3, 1) * 0.5 + 0.4)], torch.clamp)
case("scalar pow", [values(1, 3, 4)], lambda x: torch.pow(2.5, x))

mask = (torch.arange(21).reshape(3, 7) % 3) == 1
case("where", [values(1, 3, 7), values(2, 7)], lambda a, b: torch.where(mask, a, b))
case("masked_fill", [values(1, 2, 3, 7)], lambda x: x.masked_fill(mask, -2))
index = torch.tensor([[2, 0, 1], [1, 1, 0]])
case("gather 0", [values(1, 3, 4)], lambda x: x.gather(0, index))
case("gather -1", [values(1, 3, 4)], lambda x: x.gather(-1, index))
case("index", [values(1, 3, 4)], lambda x: x[index])
case("index_select", [values(1, 3, 4)], lambda x: x.index_select(1, torch.tensor([3, 0, 3])))
case("scatter", [values(1, 3, 4), values(2, 2, 3)], lambda x, s: x.scatter(1, torch.tensor([[2, 0, 1], [1, 3, 0]]), s))
case("scatter_add", [values(1, 3, 4), values(2, 2, 3)], lambda x, s: x.scatter_add(0, index, s))
for dim in [0, 1, -1]:
    for largest in [False, True]:
        case(f"sort {dim} {largest}", [values(1, 3, 4, 5)], lambda x: x.sort(dim, descending=largest)[0])
        case(f"argsort {dim} {largest}", [values(1, 3, 4, 5)], lambda x: x.argsort(dim, descending=largest).float())
        case(f"topk {dim} {largest}", [values(1, 3, 4, 5)], lambda x: x.topk(2, dim, largest)[0])
    case(f"cumsum {dim}", [values(1, 3, 4, 5)], lambda x: x.cumsum(dim))
    case(f"cumprod {dim}", [values(1, 3, 4, 5)], lambda x: x.cumprod(dim))
    case(f"prod {dim}", [values(1, 3, 4, 5)], lambda x: x.prod(dim))
    case(f"median {dim}", [values(1, 3, 4, 5)], lambda x: x.median(dim)[0])
    for keep in [False, True]:
        case(f"logsumexp {dim} {keep}", [values(1, 3, 4, 5)], lambda x: x.logsumexp(dim, keep))
        for p in [0, 1, 2, 3.5, INF, -INF]:
            case(f"norm {p} {dim} {keep}", [values(1, 3, 4, 5)], lambda x: torch.linalg.vector_norm(x, p, dim, keep))
x = leaf(torch.tensor([[1.0, 0, 2], [0, 3, 0]]))
case("zeros cumprod", [x], lambda x: x.cumprod(1))
case("zeros prod", [leaf(x)], lambda x: x.prod(1))
case("infinite logsumexp", [torch.tensor([[-INF, -INF], [INF, 1], [1000.0, 1000]])], lambda x: x.logsumexp(1))
case("logsumexp dims", [values(1, 3, 4, 5)], lambda x: x.logsumexp((0, 2)))
case("norm dims", [values(1, 3, 4, 5)], lambda x: torch.linalg.vector_norm(x, 2, (0, 2)))
case("sort nan", [torch.tensor([1.0, NAN, 0, -INF, NAN, 2])], lambda x: x.sort()[0])
case("var_mean", [values(1, 3, 4, 5)], lambda x: torch.add(*torch.var_mean(x, (0, 2), unbiased=False)))

for equation, shapes in [("ij,jk->ik", [(3, 4), (4, 5)]), ("bij,bkj->bik", [(2, 3, 4), (2, 5, 4)]), ("ij,kj", [(3, 4), (5, 4)]), ("ii->i", [(4, 4)]),
                         ("ii", [(4, 4)]), ("ij->ji", [(3, 4)]), ("i,j->ij", [(3,), (4,)]), ("bn,anm,bm->ba", [(2, 3), (5, 3, 4), (2, 4)]),
                         ("...ij,...jk->...ik", [(2, 1, 3, 4), (5, 4, 3)]), ("bhqd,bhkd->bhqk", [(2, 3, 4, 5), (2, 3, 6, 5)]), ("ik,jk->", [(3, 4), (2, 4)]),
                         ("...a->...", [(2, 3)]), ("ij,ij,ij->i", [(3, 4)] * 3)]:
    case(f"einsum {equation}", [values(i + 1, *shape) for i, shape in enumerate(shapes)], lambda *xs: torch.einsum(equation, *xs))

case("flip", [values(1, 3, 4, 2)], lambda x: x.flip(0, -2))
case("roll", [values(1, 3, 4)], lambda x: x.roll((1, -6), (0, 1)))
case("roll all", [values(1, 3, 4)], lambda x: x.roll(-5))
case("repeat", [values(1, 3, 2)], lambda x: x.repeat(2, 1, 3))
case("tile", [values(1, 3, 2)], lambda x: x.tile(2))
case("repeat_interleave", [values(1, 3, 2)], lambda x: x.repeat_interleave(2, 0))
case("tril", [values(1, 2, 3, 4)], lambda x: x.tril(-1))
case("triu", [values(1, 2, 3, 4)], lambda x: x.triu(1))
case("unfold", [values(1, 2, 7, 2)], lambda x: x.unfold(1, 3, 2))
for i in range(3):
    case(f"chunk {i}", [values(1, 2, 7)], lambda x: x.chunk(3, 1)[i])
    case(f"split {i}", [values(1, 2, 7)], lambda x: x.split([1, 4, 2], -1)[i])
case("addmm", [values(1, 5), values(2, 3, 4), values(3, 4, 5)], lambda x, a, b: torch.addmm(x, a, b, beta=0.5, alpha=2))
case("baddbmm", [values(1, 2, 1, 5), values(2, 2, 3, 4), values(3, 2, 4, 5)], lambda x, a, b: torch.baddbmm(x, a, b, beta=0.5, alpha=2))
case("outer", [values(1, 3), values(2, 4)], torch.outer)
case("cross", [values(1, 4, 3), values(2, 4, 3)], lambda a, b: torch.cross(a, b, dim=1))
case("kron", [values(1, 2, 3), values(2, 4, 2)], torch.kron)
case("cdist", [values(1, 4, 3), values(2, 5, 3)], torch.cdist)
case("masked_select", [values(1, 3, 7)], lambda x: x.masked_select(mask))
case("logspace", [], lambda: torch.logspace(-1, 2, 7))
case("histc", [], lambda: torch.histc(values(1, 40).detach(), 5, -0.5, 1))
case("searchsorted", [], lambda: torch.searchsorted(torch.tensor([1.0, 2, 2, 3]), torch.tensor([2.0, 0, 3, 5, 2.5])).float())
case("bucketize right", [], lambda: torch.bucketize(torch.tensor([2.0, 0, 3, 5, 2.5]), torch.tensor([1.0, 2, 2, 3]), right=True).float())
case("bincount", [], lambda: torch.bincount(torch.tensor([2, 0, 2, 5]), minlength=3).float())
case("tril_indices", [], lambda: torch.tril_indices(3, 4, 1).float())
case("meshgrid", [values(1, 3), values(2, 2)], lambda a, b: torch.mul(*torch.meshgrid(a, b, indexing="ij")))
case("cartesian_prod", [values(1, 3), values(2, 2)], torch.cartesian_prod)
whole, divisor = torch.tensor([7, -7, 6, -6]), torch.tensor([2, 2, -4, -4])
case("long arithmetic", [], lambda: torch.stack([whole + divisor, whole - divisor, whole * divisor, whole // divisor, whole % divisor, 3 - whole]).float())
case("long division", [], lambda: whole / divisor)
case("long bits", [], lambda: torch.stack([whole & divisor, whole | divisor, whole ^ divisor, ~whole]).float())
case("float to long", [], lambda: torch.tensor([-1.7, -0.2, 0.2, 1.7]).long().float())
for n, replacement in [(1, False), (3, False), (6, True)]:
    torch.manual_seed(3)
    case(f"multinomial {n}", [], lambda: torch.multinomial(torch.arange(1.0, 13.0).reshape(2, 6), n, replacement).float())


def text(tensor):
    return " ".join(f"{v:.9g}" for v in tensor.detach().flatten().tolist())


with open(os.path.join(os.path.dirname(__file__), "functions.txt"), "w") as file:
    file.write(f"# torch {torch.__version__}: name; shape; result; gradient of each input for a result gradient of values(7)\n")
    for name, (inputs, result) in cases.items():
        parts = [name, ",".join(map(str, result.shape)), text(result)]
        if inputs and result.requires_grad:
            gradients = torch.autograd.grad(result, inputs, values(7, *result.shape).detach(), allow_unused=True)
            parts += [text(torch.zeros_like(x) if g is None else g) for x, g in zip(inputs, gradients)]
        file.write("; ".join(parts) + "\n")
