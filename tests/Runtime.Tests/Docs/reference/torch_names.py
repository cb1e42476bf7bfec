"""Writes torch_names.txt: the functions of torch and the members of torch.Tensor. Run with Debian's python3 and torch."""
import os
import types

import torch

kinds = (types.BuiltinFunctionType, types.FunctionType)
names = [f"torch.{n}" for n in dir(torch) if not n.startswith("_") and n[0].islower() and isinstance(getattr(torch, n), kinds)]
names += [f"Tensor.{n}" for n in dir(torch.Tensor) if not n.startswith("_") and n[0].islower()]
with open(os.path.join(os.path.dirname(__file__), "torch_names.txt"), "w") as file:
    file.write(f"# torch {torch.__version__}\n")
    file.writelines(name + "\n" for name in names)
