"""Writes spatial.json and spatial.safetensors: cases of layers and functions over sequences, images and volumes, in the format of visible.json.

They are PyTorch's own definitions (torch.testing._internal) that visible.json does not hold, and more for what those do not reach.
PyTorch computes them in double precision from numbers that are exact in single precision. Run with PyTorch 1.13.
"""

import inspect
import math
import sys
import types
import unittest

import torch
import torch.nn.functional as F
from torch import nn

from cases import Writer

# What Debian's package leaves out of PyTorch's tests.
sys.modules.setdefault("expecttest", types.SimpleNamespace(TestCase=unittest.TestCase, ACCEPT=False))
from torch.testing._internal import common_nn  # noqa: E402

KINDS = ("Conv", "Pool", "Pad", "Norm", "Pixel", "Shuffle", "Unflatten", "Fold", "Unfold", "LRN", "Upsampl", "F.interpolate", "F.grid_sample", "F.affine_grid", "F.pad")


class Circular(nn.Module):
    def __init__(self, padding):
        super().__init__()
        self.padding = padding

    def forward(self, x):
        return F.pad(x, self.padding, mode="circular")


class ZeroPad(nn.Module):
    def __init__(self, padding):
        super().__init__()
        self.padding = padding

    def forward(self, x):
        return F.pad(x, self.padding)


class RMSNorm(nn.Module):
    """As in PyTorch 2.4."""

    def __init__(self, normalized_shape, eps=None, elementwise_affine=True):
        super().__init__()
        self.dims = tuple(range(-len(normalized_shape), 0))
        self.eps = torch.finfo(torch.float32).eps if eps is None else eps
        self.weight = nn.Parameter(torch.ones(normalized_shape)) if elementwise_affine else None

    def forward(self, x):
        y = x * torch.rsqrt(x.pow(2).mean(self.dims, keepdim=True) + self.eps)
        return y if self.weight is None else y * self.weight


class LPPool3d(nn.Module):
    """As in PyTorch 2.5."""

    def __init__(self, norm_type, kernel_size, stride=None, ceil_mode=False):
        super().__init__()
        self.options = (norm_type, kernel_size, stride, ceil_mode)

    def forward(self, x):
        norm, kernel, stride, ceil = self.options
        return (F.avg_pool3d(x.pow(norm), kernel, stride, 0, ceil) * math.prod(kernel)).pow(1 / norm)


class Function(nn.Module):
    def __init__(self, function, options):
        super().__init__()
        self.function, self.options = function, options

    def forward(self, *inputs):
        return self.function(*inputs, **self.options)


def by_name(cls, arguments, keywords):
    bound = inspect.signature(cls.__init__).bind(None, *arguments, **keywords)
    return {key: value for key, value in bound.arguments.items() if key != "self"}


def is_spatial(name):
    return any(kind in name for kind in KINDS) and "Lazy" not in name and "Sync" not in name and "Layer" not in name


def torch_cases(writer):
    for test in common_nn.module_tests + common_nn.new_module_tests:
        keywords = {}
        if "constructor" in test and hasattr(test["constructor"], "forward"):
            closure = inspect.getclosurevars(test["constructor"].forward).nonlocals
            name, keywords = "F." + closure["fn"].__name__, closure["kwargs"]
            create = lambda: Function(closure["fn"], keywords)
        elif "constructor" in test or "module_name" not in test:
            continue
        else:
            name, cls = test["module_name"], getattr(nn, test["module_name"])
            create = lambda: cls(*test.get("constructor_args", ()), **test.get("constructor_kwargs", {}))
            keywords = by_name(cls, test.get("constructor_args", ()), test.get("constructor_kwargs", {})) if is_spatial(name) else {}
        if not is_spatial(name) or any(not isinstance(v, (int, float, str, tuple, list, torch.Size, type(None))) for v in keywords.values()):
            continue
        title = test.get("fullname", name + ("_" + test["desc"] if "desc" in test else ""))
        for train in [True, False] if test.get("check_eval") else [True]:
            torch.manual_seed(len(writer.seen))
            given = test["input_fn"]() if "input_fn" in test else torch.randn(test["input_size"])
            given = given if isinstance(given, tuple) else (given,)
            if not all(isinstance(x, torch.Tensor) and x.numel() < 4000 for x in given):
                continue
            writer.add(title if train else title + "_eval", name, keywords, create(), given, train)


def own_cases(writer):
    def layer(id, cls, arguments, *shapes, train=True, inputs=None, name=None):
        torch.manual_seed(len(writer.seen))
        writer.add(f"own_{id}", name or cls.__name__, arguments, cls(**arguments), inputs or [torch.randn(s) for s in shapes], train)

    def function(id, fn, options, *inputs):
        writer.add(f"own_{id}", "F." + fn.__name__, options, Function(fn, options), inputs)

    for mode in ["reflect", "replicate", "circular"]:
        layer(f"Conv1d_{mode}", nn.Conv1d, dict(in_channels=2, out_channels=4, kernel_size=4, stride=2, padding=3, groups=2, padding_mode=mode), (2, 2, 6))
        layer(f"Conv2d_{mode}", nn.Conv2d, dict(in_channels=2, out_channels=3, kernel_size=(3, 2), padding=(2, 3), dilation=(1, 2), padding_mode=mode), (2, 2, 4, 5))
        layer(f"Conv3d_{mode}", nn.Conv3d, dict(in_channels=2, out_channels=3, kernel_size=2, padding=(1, 0, 2), padding_mode=mode), (1, 2, 3, 3, 4))
        layer(f"Conv2d_same_{mode}", nn.Conv2d, dict(in_channels=2, out_channels=3, kernel_size=(4, 3), padding="same", padding_mode=mode), (2, 2, 5, 5))
    layer("Conv2d_depthwise", nn.Conv2d, dict(in_channels=4, out_channels=8, kernel_size=3, stride=2, padding=1, groups=4), (2, 4, 7, 6))
    layer("Conv2d_pointwise", nn.Conv2d, dict(in_channels=4, out_channels=6, kernel_size=1, groups=2), (3, 4, 5, 6))
    layer("Conv2d_large", nn.Conv2d, dict(in_channels=3, out_channels=5, kernel_size=5, padding=2), (2, 3, 20, 21))
    layer("Conv3d_everything", nn.Conv3d, dict(in_channels=4, out_channels=6, kernel_size=(2, 3, 1), stride=(1, 2, 3), padding=(1, 0, 2), dilation=(2, 1, 1), groups=2, bias=False), (4, 5, 6, 7))
    layer("ConvTranspose1d_everything", nn.ConvTranspose1d, dict(in_channels=4, out_channels=6, kernel_size=3, stride=3, padding=1, output_padding=2, groups=2, bias=False, dilation=2), (4, 5))
    layer("ConvTranspose2d_depthwise", nn.ConvTranspose2d, dict(in_channels=4, out_channels=4, kernel_size=(2, 3), stride=2, groups=4), (2, 4, 3, 4))
    layer("ConvTranspose3d_everything", nn.ConvTranspose3d, dict(in_channels=2, out_channels=4, kernel_size=(2, 1, 3), stride=(1, 2, 2), padding=(0, 0, 1), output_padding=(0, 1, 1), groups=2), (2, 2, 2, 3, 3))
    for n, size in [(1, (2, 3, 9)), (2, (2, 2, 7, 8)), (3, (1, 2, 5, 6, 7))]:
        for ceil in [False, True]:
            layer(f"MaxPool{n}d_{ceil}", getattr(nn, f"MaxPool{n}d"), dict(kernel_size=3, stride=2, padding=1, dilation=2 if n == 1 else 1, return_indices=True, ceil_mode=ceil), size)
            for count in [False, True]:
                layer(f"AvgPool{n}d_{ceil}_{count}", getattr(nn, f"AvgPool{n}d"), dict(kernel_size=3, stride=2, padding=1, ceil_mode=ceil, count_include_pad=count), size)
        layer(f"MaxPool{n}d_no_batch", getattr(nn, f"MaxPool{n}d"), dict(kernel_size=2, dilation=2), size[1:])
        layer(f"AdaptiveMaxPool{n}d_indices", getattr(nn, f"AdaptiveMaxPool{n}d"), dict(output_size=3, return_indices=True), size)
        y, indices = getattr(F, f"max_pool{n}d")(torch.randn((2, 2, 4, 6, 8)[: n + 2]), 2, return_indices=True)
        layer(f"MaxUnpool{n}d", getattr(nn, f"MaxUnpool{n}d"), dict(kernel_size=2), inputs=[y, indices])
    for n in (2, 3):
        size = (2, 2, 7, 8, 6)[: n + 2]
        for id, options in [("size", dict(output_size=(3, 4, 2)[:n])), ("ratio", dict(output_ratio=(0.5, 0.6, 0.7)[:n])), ("number", dict(output_ratio=0.4, return_indices=True))]:
            layer(f"FractionalMaxPool{n}d_{id}", getattr(nn, f"FractionalMaxPool{n}d"), dict(kernel_size=2, **options, _random_samples=torch.rand(2, 2, n).double()), size)
    layer("LPPool1d_ceil", nn.LPPool1d, dict(norm_type=3, kernel_size=3, stride=2, ceil_mode=True), inputs=[torch.rand(2, 3, 8) + 0.5])
    layer("LPPool2d_tuple", nn.LPPool2d, dict(norm_type=2, kernel_size=(2, 3), ceil_mode=True), inputs=[torch.rand(2, 3, 5, 7) + 0.5])
    layer("LPPool3d", LPPool3d, dict(norm_type=2, kernel_size=(2, 3, 2), stride=2, ceil_mode=True), inputs=[torch.rand(2, 5, 6, 7) + 0.5])
    sides = {1: (2, 1), 2: (1, 2, 0, 3), 3: (1, 0, 2, 1, 1, 2)}
    for n in (1, 2, 3):
        size = (2, 3, 4, 5, 4)[: 2] + (4, 5, 4)[:n]
        layer(f"CircularPad{n}d", Circular, dict(padding=sides[n]), size, name=f"CircularPad{n}d")
        layer(f"ZeroPad{n}d", ZeroPad, dict(padding=sides[n]), size[1:], name=f"ZeroPad{n}d")
        layer(f"ReflectionPad{n}d_no_batch", getattr(nn, f"ReflectionPad{n}d"), dict(padding=2 if n < 3 else sides[3]), size[1:])
        layer(f"ReplicationPad{n}d_number", getattr(nn, f"ReplicationPad{n}d"), dict(padding=5), size)
        layer(f"ConstantPad{n}d_other_rank", getattr(nn, f"ConstantPad{n}d"), dict(padding=1, value=-0.5), (1, 2, 3, 2, 2, 2)[: n + 3])
    function("pad_constant", F.pad, dict(pad=(1, 2, -1, 1, 0, 2), value=2.5), torch.randn(2, 3, 4))
    function("pad_reflect", F.pad, dict(pad=(3, 1), mode="reflect"), torch.randn(2, 3, 5))
    function("pad_replicate", F.pad, dict(pad=(1, 1, 2, 0), mode="replicate"), torch.randn(3, 4, 5))
    function("pad_circular", F.pad, dict(pad=(1, 1, 2, 0, 1, 2), mode="circular"), torch.randn(1, 2, 3, 4, 5))
    for n in (1, 2, 3):
        size = (3, 4) + (3, 4, 2)[:n]
        for affine in [False, True]:
            for tracks in [False, True]:
                for train in [True, False]:
                    options = dict(num_features=4, eps=0.01, affine=affine, track_running_stats=tracks)
                    layer(f"BatchNorm{n}d_{affine}_{tracks}_{train}", getattr(nn, f"BatchNorm{n}d"), options, size, train=train)
                    layer(f"InstanceNorm{n}d_{affine}_{tracks}_{train}", getattr(nn, f"InstanceNorm{n}d"), options, size, train=train)
        layer(f"BatchNorm{n}d_cumulative", getattr(nn, f"BatchNorm{n}d"), dict(num_features=4, momentum=None), size)
        layer(f"InstanceNorm{n}d_no_batch", getattr(nn, f"InstanceNorm{n}d"), dict(num_features=4, affine=True, track_running_stats=True), size[1:])
    layer("GroupNorm_volume", nn.GroupNorm, dict(num_groups=2, num_channels=4), (2, 4, 2, 3, 2))
    layer("RMSNorm", RMSNorm, dict(normalized_shape=[5]), (3, 2, 5))
    layer("RMSNorm_eps", RMSNorm, dict(normalized_shape=[3, 4], eps=0.01), (2, 3, 4))
    layer("RMSNorm_plain", RMSNorm, dict(normalized_shape=[20], elementwise_affine=False), (2, 20))
    layer("LayerNorm_large", nn.LayerNorm, dict(normalized_shape=[37]), (3, 37))
    layer("LocalResponseNorm_even", nn.LocalResponseNorm, dict(size=4, alpha=0.5, beta=0.6, k=1.5), (2, 6, 3, 2))
    layer("PixelShuffle_no_batch", nn.PixelShuffle, dict(upscale_factor=2), (8, 2, 3))
    layer("PixelUnshuffle_leading", nn.PixelUnshuffle, dict(downscale_factor=2), (2, 1, 2, 4, 6))
    writer.add("own_ChannelShuffle", "ChannelShuffle", dict(groups=2), Function(lambda x: x.reshape(2, 2, 3, 5).transpose(1, 2).reshape(2, 6, 5), {}), [torch.randn(2, 6, 5)])
    layer("Unflatten_open", nn.Unflatten, dict(dim=1, unflattened_size=(2, -1)), (3, 6, 2))
    for batch in [(2,), ()]:
        layer(f"Unfold_{len(batch)}", nn.Unfold, dict(kernel_size=(2, 3), dilation=(2, 1), padding=(1, 0), stride=(1, 2)), (*batch, 3, 5, 6))
        layer(f"Fold_{len(batch)}", nn.Fold, dict(output_size=(4, 5), kernel_size=(2, 3), dilation=1, padding=(1, 0), stride=(2, 1)), (*batch, 12, 9))
    for n, modes in [(1, ["linear"]), (2, ["bilinear", "bicubic"]), (3, ["trilinear"])]:
        size = (2, 2) + (5, 6, 4)[:n]
        for mode in ["nearest", "nearest-exact", "area", *modes]:
            for align in [None] if mode in ("nearest", "nearest-exact", "area") else [False, True]:
                for target in [dict(size=(3, 9, 7)[:n]), dict(scale_factor=2.0), dict(scale_factor=(0.6, 1.7, 2.5)[:n]), dict(scale_factor=(0.6, 1.7, 2.5)[:n], recompute_scale_factor=True)]:
                    layer(f"Upsample{n}d_{mode}_{align}_{len(writer.seen)}", nn.Upsample, dict(**target, mode=mode, align_corners=align), size)
    layer("UpsamplingNearest2d", nn.UpsamplingNearest2d, dict(scale_factor=3), (1, 2, 3, 4))
    layer("UpsamplingBilinear2d", nn.UpsamplingBilinear2d, dict(size=(5, 7)), (1, 2, 3, 4))
    for mode in ["bilinear", "bicubic"]:
        for align in [False, True]:
            for size in [(3, 4), (11, 13)]:
                function(f"interpolate_antialias_{mode}_{align}_{size[0]}", F.interpolate, dict(size=size, mode=mode, align_corners=align, antialias=True), torch.randn(1, 2, 8, 9))
    for mode in ["bilinear", "nearest", "bicubic"]:
        for padding in ["zeros", "border", "reflection"]:
            for align in [False, True]:
                options = dict(mode=mode, padding_mode=padding, align_corners=align)
                function(f"grid_sample_{mode}_{padding}_{align}", F.grid_sample, options, torch.randn(2, 2, 4, 5), torch.rand(2, 3, 4, 2) * 3.4 - 1.7)
                if mode != "bicubic":
                    function(f"grid_sample_volume_{mode}_{padding}_{align}", F.grid_sample, options, torch.randn(1, 2, 3, 4, 5), torch.rand(1, 2, 3, 2, 3) * 3.4 - 1.7)
    for align in [False, True]:
        function(f"affine_grid_{align}", F.affine_grid, dict(size=(2, 3, 4, 5), align_corners=align), torch.randn(2, 2, 3))
        function(f"affine_grid_volume_{align}", F.affine_grid, dict(size=(2, 1, 2, 3, 4), align_corners=align), torch.randn(2, 3, 4))


if __name__ == "__main__":
    torch.manual_seed(0)
    writer = Writer("spatial")
    torch_cases(writer)
    own_cases(writer)
    writer.write()
    print(len(writer.cases), "cases")
