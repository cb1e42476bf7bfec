"""Writes signatures.txt: names, order and defaults of the arguments of torch.nn.functional. Run with PyTorch 1.13 or later."""

import inspect
import pathlib
import re

import torch.nn.functional as F

# Deprecated, or about gradients' layout, devices and memory.
LEFT_OUT = {"size_average", "reduce", "inplace", "sparse", "_stacklevel", "dtype", "out"}


def arguments(function, name):
    """From the signature, or for functions written in C++ from the first line of their documentation."""
    try:
        return [(p.name, "" if p.default is p.empty else repr(p.default)) for p in inspect.signature(function).parameters.values()]
    except ValueError:
        match = re.search(rf"{name}\((.*?)\) *->", function.__doc__ or "", re.S)
        if match is None:
            return None
        parts = re.split(r",\s*(?![^()]*\))", match.group(1).replace("*,", "").replace("\n", " "))
        return [tuple(text.strip() for text in (part + "=").split("=")[:2]) for part in parts if part.strip() not in ("", "*")]


lines = []
for name in sorted(dir(F)):
    function = getattr(F, name)
    if name[0] in "_ABCDEFGHIJKLMNOPQRSTUVWXYZ" or name.endswith("_") or not callable(function) or inspect.isclass(function):
        continue
    original = inspect.unwrap(function)
    # Functions that may return indices dispatch to one that does not.
    if name.endswith("_with_indices") or name.startswith(("boolean_dispatch", "has_torch", "handle_torch", "assert_int")):
        continue
    given = arguments(getattr(F, name + "_with_indices", original), name + "_with_indices" if hasattr(F, name + "_with_indices") else name)
    if given and [n for n, _ in given] != ["args", "kwargs"]:
        lines.append(name + " " + " ".join(n + ("=" + d.replace(" ", "") if d else "") for n, d in given if n not in LEFT_OUT))
pathlib.Path(__file__).with_name("signatures.txt").write_text("\n".join(lines) + "\n")
