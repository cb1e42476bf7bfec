"""Writes names.txt: the public names of torch.nn and its parts, from PyTorch 1.13 and what 2.x added since."""
import inspect
import os

import torch.nn as nn
import torch.nn.functional as F
import torch.nn.init as init
import torch.nn.utils as utils
import torch.nn.utils.parametrize as parametrize
import torch.nn.utils.rnn as rnn

ADDED = [
    "nn.Buffer", "nn.CircularPad1d", "nn.CircularPad2d", "nn.CircularPad3d", "nn.LinearCrossEntropyLoss", "nn.RMSNorm",
    "nn.ZeroPad1d", "nn.ZeroPad3d", "nn.functional.rms_norm", "nn.functional.scaled_dot_product_attention",
    "nn.utils.clip_grads_with_norm_", "nn.utils.get_total_norm", "nn.utils.parametrizations.weight_norm",
    "nn.utils.parametrizations.spectral_norm", "nn.utils.parametrizations.orthogonal",
]


def public(module, name):
    return not name.startswith("_") and inspect.isfunction(getattr(module, name)) and getattr(module, name).__module__.startswith("torch")


names = ["nn." + n for n, v in vars(nn).items() if inspect.isclass(v) and issubclass(v, (nn.Module, nn.Parameter))]
names += ["nn.UninitializedBuffer", "nn.UninitializedParameter"]
builtin = [n for n, v in vars(F).items() if callable(v) and not inspect.isclass(v) and not n.startswith("_")]
skip = {"assert_int_or_pair", "boolean_dispatch", "handle_torch_function", "Callable", "List", "Optional", "Tuple", "Union"}
names += ["nn.functional." + n for n in builtin if n not in skip and not n.startswith("has_torch_function")]
names += ["nn.init." + n for n in vars(init) if public(init, n) and (n.endswith("_") or n == "calculate_gain")]
names += ["nn.utils." + n for n in vars(utils) if public(utils, n)]
names += ["nn.utils.rnn." + n for n in vars(rnn) if public(rnn, n) and n not in ("bind", "invert_permutation")]
names += ["nn.utils.parametrize." + n for n in vars(parametrize) if public(parametrize, n)]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "names.txt"), "w") as file:
    file.writelines(name + "\n" for name in sorted(set(names + ADDED)))
