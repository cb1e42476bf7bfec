"""Writes modules.json and modules.safetensors: PyTorch's own definitions of modules (torch.testing._internal) that visible.json and
spatial.json do not hold, with numbers of our own, and more for what those do not reach. Run with PyTorch 1.13.
"""

import inspect
import sys
import types
import unittest

import torch
from torch import nn

from cases import Writer

# What Debian's package leaves out of PyTorch's tests.
sys.modules.setdefault("expecttest", types.SimpleNamespace(TestCase=unittest.TestCase, ACCEPT=False))
from torch.testing._internal import common_modules, common_nn  # noqa: E402

LEFT_OUT = ("Lazy", "quantized", "AdaptiveLogSoftmax", "Sync")


def by_name(cls, arguments, keywords):
    named = dict(inspect.signature(cls.__init__).bind(None, *arguments, **keywords).arguments)
    named.update(named.pop("kwargs", {}))
    return {key: value for key, value in named.items() if key != "self"}


def plain(value):
    return value.__name__ if callable(value) and not isinstance(value, torch.Tensor) else value


def database(writer):
    for info in common_modules.module_db:
        if any(word in info.name for word in LEFT_OUT):
            continue
        for train in (True, False):
            torch.manual_seed(len(writer.seen))
            samples = info.module_inputs_func(info, device="cpu", dtype=torch.float64, requires_grad=True, training=train)
            for i, sample in enumerate(samples):
                arguments = by_name(info.module_cls, sample.constructor_input.args, sample.constructor_input.kwargs)
                if any(isinstance(v, nn.Module) for v in arguments.values()):
                    continue
                module = info.module_cls(*sample.constructor_input.args, **sample.constructor_input.kwargs)
                name = info.module_cls.__name__
                id = f"db_{name}_{i}" + ("" if train else "_eval")
                given = sample.forward_input
                writer.add(id, name, {key: plain(v) for key, v in arguments.items()}, module, given.args, train, given.kwargs)


def sized(test, what):
    given = test[what + "_fn"]() if what + "_fn" in test else tuple(torch.randn(size) for size in [test[what + "_size"]])
    return given if isinstance(given, tuple) else (given,)


def tests(writer):
    for test in common_nn.criterion_tests + common_nn.module_tests + common_nn.new_module_tests:
        if "module_name" not in test or "constructor" in test or ("target_fn" not in test and "target_size" not in test and any(test is other for other in common_nn.criterion_tests)) or any(word in test["module_name"] for word in LEFT_OUT):
            continue
        cls = getattr(nn, test["module_name"])
        torch.manual_seed(len(writer.seen))
        arguments = test["constructor_args_fn"]() if "constructor_args_fn" in test else test.get("constructor_args", ())
        keywords = test.get("constructor_kwargs", {})
        title = test.get("fullname", test["module_name"] + ("_" + test["desc"] if "desc" in test else ""))
        is_criterion = any(test is other for other in common_nn.criterion_tests)
        inputs = sized(test, "input")
        count = len(inputs)
        if is_criterion:
            inputs += sized(test, "target") + tuple(test.get("extra_args", ()))
        named = by_name(cls, arguments, keywords)
        if any(isinstance(v, nn.Module) or callable(v) for v in named.values() if not isinstance(v, torch.Tensor)) or "Sequential" in title:
            continue
        for train in [True, False] if test.get("check_eval") else [True]:
            torch.manual_seed(len(writer.seen))
            id = ("criterion_" if is_criterion else "") + title + ("" if train else "_eval")
            writer.add(id, test["module_name"], named, cls(*arguments, **keywords), inputs, train, differentiable=count)


if __name__ == "__main__":
    writer = Writer("modules", ["visible", "spatial"])
    database(writer)
    tests(writer)
    writer.write()
    print(len(writer.cases), "cases")
