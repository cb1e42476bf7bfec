"""Writes functions.json: what tensor functions give for scalars, empty tensors, negative dims, other element types and mistakes.

Run with PyTorch 1.13 or later.
"""

import itertools
import json
import math
import pathlib

import torch
import torch.nn.functional as F

nan, inf = math.nan, math.inf
TENSORS = {
    "vector": torch.tensor([-2.5, -1.0, -0.5, 0.0, 0.5, 1.5, 2.5]),
    "scalar": torch.tensor(0.75),
    "empty": torch.zeros(0, 3),
    "special": torch.tensor([nan, 1.0, inf, -inf]),
    "matrix": torch.tensor([[1.5, -2.0, 0.25], [0.5, 3.0, -1.0]]),
    "cube": torch.arange(24.0).sin().view(2, 3, 4),
    "ties": torch.tensor([[2.0, 1.0, 2.0, 0.0], [0.0, 0.0, -1.0, -1.0]]),
    "longs": torch.tensor([[3, -7, 2], [5, 0, -7]]),
    "long": torch.tensor(4),
    "bytes": torch.tensor([250, 10, 3], dtype=torch.uint8),
    "ints": torch.tensor([[1, 2, -3], [4, 0, 6]], dtype=torch.int32),
    "flags": torch.tensor([[True, False, True], [False, False, False]]),
    "noflags": torch.zeros(0, 2, dtype=torch.bool),
    "index": torch.tensor([[0, 2, 1], [1, 0, 0]]),
    "rows": torch.tensor([1, 0, 1]),
    "ones": torch.ones(2, 1, 4),
    "other": torch.tensor([2.0, nan, 1.0, inf]),
    "shares": torch.tensor([0.05, 0.5, 0.9]),
    "two": torch.tensor([0.5, -2.0]),
    "three": torch.tensor([1.5, 0.25, -1.0]),
    "square": torch.arange(9.0).cos().view(3, 3),
    "turned": torch.arange(24.0).cos().view(2, 4, 3),
    "block": torch.arange(24.0).cos().view(3, 4, 2),
}
# Functions that are made of others; with the gradient of the first tensor.
COMPOSITES = {
    "nansum": lambda x, *d: x.nansum(*d), "nanmean": lambda x, *d: x.nanmean(*d), "fmax": torch.fmax, "fmin": torch.fmin, "deg2rad": torch.deg2rad,
    "rad2deg": torch.rad2deg, "logit": torch.logit, "sinc": torch.sinc, "heaviside": torch.heaviside, "diff": lambda x, d: x.diff(dim=d),
    "trapezoid": lambda x, dx, d: torch.trapezoid(x, dx=dx, dim=d), "dist": torch.dist, "cov": torch.cov, "corrcoef": torch.corrcoef, "addmv": torch.addmv,
    "addr": torch.addr, "addbmm": lambda x, a, b, beta, alpha: torch.addbmm(x, a, b, beta=beta, alpha=alpha), "take": torch.take, "fliplr": torch.fliplr,
    "flipud": torch.flipud, "repeats": lambda x, n: x.repeat_interleave(n), "isposinf": torch.isposinf, "isneginf": torch.isneginf, "isin": torch.isin,
    "trace": torch.trace, "movedim": torch.movedim, "rot90": lambda x, k: torch.rot90(x, k), "atleast_1d": torch.atleast_1d, "atleast_2d": torch.atleast_2d,
    "atleast_3d": torch.atleast_3d, "hstack": lambda *x: torch.hstack(x), "vstack": lambda *x: torch.vstack(x), "dstack": lambda *x: torch.dstack(x),
    "column_stack": lambda *x: torch.column_stack(x), "broadcast_tensors": torch.broadcast_tensors, "tensor_split": torch.tensor_split,
    "tensordot": lambda a, b, n: torch.tensordot(a, b, n), "index_add": lambda x, i, s, d: x.index_add(d, i, s), "index_fill": lambda x, i, d, v: x.index_fill(d, i, v),
    "repeat_counts": lambda x, n, d: x.repeat_interleave(n, d), "kthvalue": torch.kthvalue, "aminmax": torch.aminmax, "std_mean": torch.std_mean,
    "block_diag": torch.block_diag,
}
UNARY = "abs neg exp expm1 log1p sqrt rsqrt sin cos tan atan sinh tanh sigmoid relu floor ceil round trunc frac sign square reciprocal erf exp2 log isnan isinf isfinite".split()
REDUCTIONS = {
    "sum": torch.sum, "mean": torch.mean, "amax": torch.amax, "amin": torch.amin, "max": torch.max, "min": torch.min, "argmax": torch.argmax,
    "argmin": torch.argmin, 
    # Of bytes, PyTorch gives bytes; here each result of any and all is bool.
    "any": lambda x, *a: torch.any(x, *a).bool(), "all": lambda x, *a: torch.all(x, *a).bool(), "prod": torch.prod, "logsumexp": torch.logsumexp,
    "var": lambda x, *a: x.var(dim=a[0], keepdim=a[1]) if a else x.var(), "std": lambda x, *a: x.std(dim=a[0], keepdim=a[1]) if a else x.std(),
    "median": torch.median,
}
BINARY = {
    "add": torch.add, "sub": torch.sub, "mul": torch.mul, "div": torch.div, "maximum": torch.maximum, "minimum": torch.minimum, "eq": torch.eq,
    "ne": torch.ne, "lt": torch.lt, "le": torch.le, "gt": torch.gt, "ge": torch.ge, "remainder": torch.remainder,
}
OTHER = {
    "transpose": torch.transpose, "flatten": torch.flatten, "squeeze": torch.squeeze, "unsqueeze": torch.unsqueeze, "flip": lambda x, d: x.flip(d),
    "narrow": torch.narrow, "select": torch.select, "chunk": torch.chunk, "split": torch.split, "unbind": torch.unbind, "roll": torch.roll,
    "repeat_interleave": lambda x, n, d: x.repeat_interleave(n, d), "tril": torch.tril, "triu": torch.triu, "diagonal": torch.diagonal, "diag": torch.diag,
    "diag_embed": torch.diag_embed, "cumsum": torch.cumsum, "cumprod": torch.cumprod, "cummax": torch.cummax, "cummin": torch.cummin, "topk": torch.topk,
    "sort": lambda x, d, r: torch.sort(x, stable=True, dim=d, descending=r),
    "gather": lambda x, i, d: torch.gather(x, d, i), "index_select": lambda x, i, d: torch.index_select(x, d, i),
    "scatter_add": lambda x, i, s, d: torch.scatter_add(x, d, i, s), "scatter": lambda x, i, s, d: torch.scatter(x, d, i, s),
    "where": lambda c, a, b: torch.where(c, a, b), "masked_fill": lambda x, m, v: x.masked_fill(m, v), "masked_select": torch.masked_select,
    "nonzero": torch.nonzero, "cat": lambda a, b, d: torch.cat([a, b], d), "stack": lambda a, b, d: torch.stack([a, b], d),
    "matmul": torch.matmul, "outer": torch.outer, "clamp": torch.clamp, "pow": torch.pow, "softmax": lambda x, d: F.softmax(x, d),
    "one_hot": F.one_hot, "count_nonzero": torch.count_nonzero, "bincount": torch.bincount, "unique": torch.unique, "arange": torch.arange,
    "linspace": torch.linspace, "eye": torch.eye, "long": lambda x: x.long(), "int": lambda x: x.int(), "bool": lambda x: x.bool(), "byte": lambda x: x.byte(),
    "float": lambda x: x.float(), "tril_indices": torch.tril_indices, "add_number": torch.add, "rsub_number": torch.rsub, "mul_number": torch.mul, "eq_number": torch.eq,
    "gt_number": torch.gt, "remainder_number": torch.remainder, "floor_divide": lambda a, b: torch.div(a, b, rounding_mode="floor"), "view": lambda x, *s: x.view(s),
    "expand": lambda x, *s: x.expand(s), "repeat": lambda x, *s: x.repeat(s), "permute": lambda x, *s: x.permute(s), "norm": lambda x, p: x.norm(p),
}
CALLS = [(name, [x], []) for name in UNARY for x in ("vector", "scalar", "empty", "special")]
CALLS += [(name, [x], [d, keep]) for name in REDUCTIONS for x, d in [("matrix", 0), ("cube", -1), ("cube", 1), ("ties", -1), ("scalar", 0), ("scalar", -1), ("matrix", 2), ("matrix", -3), ("empty", 0), ("empty", -1), ("special", 0)] for keep in (False, True) if keep is False or x in ("cube", "scalar")]
CALLS += [(name, [x], []) for name in ("sum", "mean", "max", "min", "argmax", "argmin", "any", "all", "prod", "var", "median") for x in ("matrix", "scalar", "empty", "ties", "special") if (name, x) not in {("median", "empty"), ("median", "special")}]
CALLS += [(name, list(pair), []) for name in BINARY for pair in [("matrix", "scalar"), ("cube", "ones"), ("empty", "scalar"), ("longs", "long"), ("longs", "index"), ("matrix", "vector"), ("special", "special")]]
CALLS += [(name, [x], [d, False]) for name in ("sum", "max", "argmin", "any", "all") for x in ("longs", "flags", "ints", "bytes", "noflags") for d in (0, -1) if not (name in ("max", "argmin") and x in ("flags", "noflags"))]
CALLS += [(name, [x], []) for name in ("sum", "any", "all", "count_nonzero", "nonzero", "long", "int", "bool", "byte", "float") for x in ("longs", "flags", "ints", "bytes", "noflags", "long", "matrix") if not (name in ("sum", "byte") and x in ("matrix", "longs", "ints"))]
CALLS += [("transpose", [x], a) for x in ("cube", "longs") for a in ([0, 1], [-1, 0], [-2, -1], [0, 3])]
CALLS += [("transpose", ["scalar"], [0, -1]), ("permute", ["cube"], [2, 0, 1]), ("permute", ["cube"], [-1, 0, 1]), ("permute", ["cube"], [0, 0, 1]), ("permute", ["cube"], [0, 1])]
CALLS += [("flatten", [x], a) for x, a in [("cube", [0, -1]), ("cube", [1, 2]), ("cube", [-2, -1]), ("cube", [2, 1]), ("scalar", [0, -1]), ("empty", [0, 1]), ("longs", [0, -1])]]
CALLS += [("squeeze", ["ones"], a) for a in ([], [1], [-2], [0], [3])] + [("squeeze", ["scalar"], [0]), ("squeeze", ["scalar"], [])]
CALLS += [("unsqueeze", [x], [d]) for x in ("matrix", "scalar", "flags") for d in (0, -1, 1, 3)]
CALLS += [("flip", [x], [[0]]) for x in ("matrix", "longs", "vector")] + [("roll", ["matrix"], [1, -1]), ("roll", ["matrix"], [-2, 0]), ("roll", ["longs"], [1, 1])]
CALLS += [("narrow", ["matrix"], a) for a in ([1, 0, 2], [-1, 1, 2], [0, 2, 1], [1, -2, 2], [1, 0, 0])] + [("select", ["cube"], a) for a in ([0, 1], [-1, -1], [1, 3], [3, 0])]
CALLS += [(name, ["cube"], a) for name in ("chunk", "split") for a in ([2, 1], [3, -1], [5, 0], [1, 2])] + [("unbind", [x], [d]) for x, d in [("cube", 0), ("cube", -1), ("matrix", 1)]]
CALLS += [("repeat_interleave", [x], [2, d]) for x in ("matrix", "longs") for d in (0, -1)] + [("repeat", ["matrix"], a) for a in ([2, 1], [1, 2, 2], [2])]
CALLS += [("expand", ["ones"], a) for a in ([2, 3, 4], [5, 2, 3, 4], [-1, 2, -1], [2, 3, 5])] + [("view", ["cube"], a) for a in ([6, 4], [-1, 8], [-1], [5, -1], [2, -1, 2])]
CALLS += [(name, [x], [d]) for name in ("tril", "triu") for x in ("matrix", "cube", "longs") for d in (0, 1, -1, 5)]
CALLS += [("diagonal", [x], a) for x, a in [("matrix", [0]), ("matrix", [1]), ("matrix", [-1]), ("cube", [0, 1, 2]), ("cube", [0, -1, 0]), ("longs", [0]), ("matrix", [0, 1, 1])]]
CALLS += [("diag", [x], [d]) for x in ("vector", "matrix") for d in (0, 1, -1)] + [("diag_embed", [x], [d]) for x in ("vector", "matrix", "longs") for d in (0, 2, -1)]
CALLS += [(name, [x], [d]) for name in ("cumsum", "cumprod", "cummax", "cummin") for x, d in [("matrix", 0), ("cube", -1), ("ties", 1), ("vector", 0), ("empty", 0), ("matrix", 2)]] + [(name, ["longs"], [-1]) for name in ("cummax", "cummin")]
CALLS += [("topk", ["matrix"], a) for a in ([2, 1, True], [1, -1, False], [2, 0, True], [5, 1, True])] + [("sort", [x], [d, r]) for x in ("ties", "longs", "special") for d in (0, -1) for r in (False, True)]
CALLS += [("gather", ["matrix", "index"], [1]), ("gather", ["matrix", "index"], [-1]), ("gather", ["matrix", "index"], [0]), ("gather", ["longs", "index"], [1])]
CALLS += [("index_select", [x, "rows"], [d]) for x, d in [("matrix", 0), ("cube", -1), ("longs", 0), ("scalar", 0)]]
CALLS += [(name, ["matrix", "index", "matrix"], [1]) for name in ("scatter_add", "scatter")] + [("scatter_add", ["matrix", "index", "matrix"], [0])]
CALLS += [("where", ["flags", a, b], []) for a, b in [("matrix", "scalar"), ("matrix", "matrix"), ("longs", "longs")]] + [("masked_fill", ["matrix", "flags"], [7.5]), ("masked_fill", ["longs", "flags"], [7])]
CALLS += [("masked_select", [x, "flags"], []) for x in ("matrix", "longs")] + [("cat", [a, b], [d]) for a, b, d in [("matrix", "matrix", 0), ("matrix", "matrix", -1), ("matrix", "empty", 0), ("longs", "longs", 1), ("matrix", "cube", 0), ("matrix", "matrix", 2)]]
CALLS += [("stack", [a, b], [d]) for a, b, d in [("matrix", "matrix", 0), ("matrix", "matrix", -1), ("matrix", "matrix", 2), ("longs", "index", 1), ("scalar", "scalar", 0), ("matrix", "cube", 0), ("matrix", "matrix", 3)]]
CALLS += [("matmul", [a, b], []) for a, b in [("vector", "vector"), ("cube", "cube"), ("matrix", "matrix"), ("matrix", "vector")]] + [("outer", ["vector", "vector"], [])]
CALLS += [("clamp", [x], a) for x in ("vector", "special", "empty") for a in ([-1.0, 1.0], [1.0, -1.0])] + [("pow", [x], [p]) for x in ("vector", "scalar", "special") for p in (2.0, 0.5, -1.0, 0.0)]
CALLS += [("softmax", [x], [d]) for x, d in [("matrix", 0), ("matrix", -1), ("scalar", 0), ("empty", 1), ("matrix", 2)]] + [("one_hot", ["rows"], [n]) for n in (2, 4, 1)] + [("one_hot", ["long"], [6]), ("one_hot", ["index"], [3])]
CALLS += [("bincount", ["rows"], []), ("unique", ["longs"], []), ("arange", [], [5]), ("arange", [], [1, 2.5, 0.5]), ("arange", [], [3, 0, -1]), ("arange", [], [0, 1, -1]), ("linspace", [], [0, 1, 5]), ("linspace", [], [2, -1, 1]), ("eye", [], [3]), ("eye", [], [2, 4]), ("tril_indices", [], [3, 4, 1]), ("tril_indices", [], [3, 2, -1])]
CALLS += [(name, [x], [n]) for name in ("add_number", "rsub_number", "mul_number", "eq_number", "gt_number") for x, n in [("longs", 3), ("bytes", 10), ("ints", -2), ("matrix", 0.5), ("scalar", 3)]]
CALLS += [("remainder_number", [x], [n]) for x, n in [("longs", 3), ("longs", -3), ("ints", 4), ("vector", 2.0), ("vector", -2.0)]] + [("floor_divide", ["longs", "long"], []), ("norm", ["matrix"], [2.0]), ("norm", ["matrix"], [1.0]), ("norm", ["matrix"], [inf]), ("norm", ["empty"], [2.0]), ("norm", ["scalar"], [2.0])]

MADE = [("nansum", ["special"], []), ("nansum", ["matrix"], [0]), ("nanmean", ["special"], []), ("nanmean", ["matrix"], [-1]), ("fmax", ["special", "other"], []), ("fmin", ["special", "other"], [])]
MADE += [("fmax", ["matrix", "scalar"], []), ("fmin", ["matrix", "matrix"], []), ("deg2rad", ["vector"], []), ("rad2deg", ["vector"], []), ("logit", ["shares"], []), ("logit", ["shares"], [0.2]), ("sinc", ["vector"], [])]
MADE += [("heaviside", ["vector", "scalar"], []), ("diff", ["matrix"], [-1]), ("diff", ["cube"], [0]), ("trapezoid", ["cube"], [0.5, 1]), ("dist", ["matrix", "scalar"], [2.0]), ("dist", ["matrix", "three"], [1.0])]
MADE += [("cov", ["matrix"], []), ("corrcoef", ["square"], []), ("addmv", ["two", "matrix", "three"], []), ("addr", ["scalar", "two", "three"], []), ("addbmm", ["square", "cube", "turned"], [0.5, 2.0]), ("addbmm", ["square", "cube", "cube"], [0.5, 2.0])]
MADE += [("take", ["matrix", "index"], []), ("fliplr", ["matrix"], []), ("fliplr", ["vector"], []), ("flipud", ["cube"], []), ("repeats", ["matrix"], [2]), ("isposinf", ["special"], []), ("isneginf", ["special"], []), ("isin", ["vector", "two"], []), ("isin", ["longs", "rows"], [])]
MADE += [("trace", ["matrix"], []), ("trace", ["cube"], []), ("movedim", ["cube"], [0, 2]), ("movedim", ["cube"], [-1, 0]), ("movedim", ["cube"], [3, 0])] + [("rot90", [x], [k]) for x in ("matrix", "cube") for k in (1, 2, 3, 4, -1)]
MADE += [(f"atleast_{n}d", [x], []) for n in (1, 2, 3) for x in ("scalar", "vector", "matrix", "cube")] + [(name, [x, x], []) for name in ("hstack", "vstack", "dstack", "column_stack") for x in ("scalar", "vector", "matrix", "cube")]
MADE += [("column_stack", ["two", "matrix"], []), ("hstack", ["vector", "matrix"], []), ("broadcast_tensors", ["ones", "scalar"], []), ("broadcast_tensors", ["matrix", "cube"], []), ("tensor_split", ["cube"], [2, 1]), ("tensor_split", ["cube"], [3, -1]), ("tensor_split", ["cube"], [5, 0])]
MADE += [("tensordot", ["cube", "block"], [2]), ("tensordot", ["cube", "block"], [1]), ("tensordot", ["matrix", "three"], [1]), ("tensordot", ["two", "three"], [0]), ("index_add", ["matrix", "rows", "square"], [0]), ("index_fill", ["matrix", "rows"], [1, 9.0])]
MADE += [("repeat_counts", ["matrix", "rows"], [1]), ("repeat_counts", ["matrix", "rows"], [0]), ("kthvalue", ["matrix"], [2, 1, False]), ("kthvalue", ["cube"], [1, 0, True]), ("kthvalue", ["matrix"], [5, 1, False]), ("aminmax", ["matrix"], []), ("std_mean", ["matrix"], []), ("block_diag", ["matrix", "two"], [])]


def number(value):
    return value if not isinstance(value, float) or math.isfinite(value) else str(value)


def values(tensor):
    return {"type": str(tensor.dtype)[6:], "shape": list(tensor.shape), "data": [number(value) for value in tensor.flatten().tolist()]}


def call(name, inputs, arguments):
    function = {**REDUCTIONS, **BINARY, **OTHER, **COMPOSITES}.get(name) or getattr(torch, name)
    try:
        result = function(*[TENSORS[x] for x in inputs], *arguments)
    except (RuntimeError, IndexError, TypeError, ValueError):
        return None
    result = list(result) if isinstance(result, (tuple, list)) else [result]
    return [values(tensor) for tensor in result]


def gradient(name, inputs, arguments):
    """Of the first tensor, where each element of the first result counts by a factor of its own."""
    x = TENSORS[inputs[0]].clone()
    if not x.is_floating_point() or call(name, inputs, arguments) is None:
        return None
    result = COMPOSITES[name](x.requires_grad_(), *[TENSORS[other] for other in inputs[1:]], *arguments)
    result = result[0] if isinstance(result, (tuple, list)) else result
    if not result.requires_grad or name in ("heaviside", "aminmax"):  # which PyTorch does not differentiate
        return None
    (result * torch.arange(result.numel()).cos().view(result.shape)).sum().backward()
    return values(x.grad)


cases = [{"name": n, "inputs": x, "arguments": [number(v) if not isinstance(v, list) else v[0] for v in a], "results": call(n, x, a)} for n, x, a in CALLS + MADE]
for case, made in zip(cases[len(CALLS):], MADE):
    case["gradient"] = gradient(*made)
text = json.dumps({"tensors": {key: values(x) for key, x in TENSORS.items()}, "cases": cases}, separators=(",", ":")).replace('{"name"', '\n{"name"')
pathlib.Path(__file__).with_name("functions.json").write_text(text + "\n")
print(len(cases), "cases,", sum(case["results"] is None for case in cases), "errors")
