"""Writes options.json and options.safetensors: options of layers in combination, batches of one, none and no elements, masks of each kind,
and what PyTorch's own tests make in functions of theirs. Run with PyTorch 1.13.
"""

import inspect
import itertools
import random

import torch
from torch import nn

from cases import Writer
from modules import common_nn

MODES = ["zeros", "reflect", "replicate", "circular"]


def own(writer, name, arguments, inputs, train=True, named=None):
    """A case named by its number, unless PyTorch refuses it."""
    torch.manual_seed(len(writer.seen))
    inputs = [torch.randn(x) if isinstance(x, tuple) and all(isinstance(d, int) for d in x) else x for x in inputs]
    layer = getattr(nn, name)(**arguments)
    try:
        writer.add(f"options_{name}_{len(writer.seen)}", name, arguments, layer, inputs, train, named)
    except (RuntimeError, ValueError, IndexError) as error:
        print(name, arguments, error)


def some(count, **options):
    """So many combinations of options, each value of each at least once."""
    combinations = [dict(zip(options, values)) for values in itertools.product(*options.values())]
    random.shuffle(combinations)
    chosen, seen = [], set()
    for combination in combinations:
        new = {(key, str(value)) for key, value in combination.items()} - seen
        if new or len(chosen) < count:
            chosen.append(combination)
            seen |= new
    return chosen


def convolutions(writer):
    for n in (1, 2, 3):
        size = (6, 7, 5)[:n]
        for o in some(24, kernel_size=[2, 3, (3, 1, 2)[:n]], stride=[1, 2, (1, 2, 3)[:n]], padding=[0, 1, (2, 0, 1)[:n], "valid", "same"], dilation=[1, 2, (1, 2, 1)[:n]], groups=[1, 2, 4], bias=[True, False], padding_mode=MODES, batch=[(), (0,), (1,), (2,)]):
            batch = o.pop("batch")
            if o["padding"] == "same":
                o["stride"] = 1
            if batch == (0,) and o["padding_mode"] in ("reflect", "replicate"):
                continue
            own(writer, f"Conv{n}d", dict(in_channels=4, out_channels=4 if o["groups"] < 4 else 8, **o), [(*batch, 4, *size)])
        for o in some(16, kernel_size=[1, 2, (3, 1, 2)[:n]], stride=[1, 2, (3, 2, 2)[:n]], padding=[0, 1, (1, 0, 1)[:n]], dilation=[1, 2], output_padding=[0, 1], groups=[1, 2, 4], bias=[True, False], batch=[(), (1,), (2,)]):
            batch = o.pop("batch")
            if o["output_padding"] and o["stride"] == 1 and o["dilation"] == 1:
                o["output_padding"] = 0
            own(writer, f"ConvTranspose{n}d", dict(in_channels=4, out_channels=4, **o), [(*batch, 4, *(4, 3, 3)[:n])])


def pools(writer):
    for n in (1, 2, 3):
        for batch in [(), (0,), (1,)]:
            size = (*batch, 2, *(6, 5, 4)[:n])
            for o in some(4, kernel_size=[2, 3], stride=[None, 1, 2], padding=[0, 1], ceil_mode=[False, True]):
                own(writer, f"MaxPool{n}d", dict(o, dilation=1), [size])
                own(writer, f"AvgPool{n}d", dict(o, count_include_pad=o["stride"] == 1), [size])
            for output in [1, 3, 7]:
                if batch != (0,):
                    own(writer, f"AdaptiveMaxPool{n}d", dict(output_size=output), [size])
                own(writer, f"AdaptiveAvgPool{n}d", dict(output_size=output), [size])
        if n > 1:
            for o in [dict(output_size=(None, 2, 3)[:n]), dict(output_size=(2, None, None)[:n])]:
                own(writer, f"AdaptiveMaxPool{n}d", dict(o, return_indices=True), [(2, 2, *(6, 5, 4)[:n])])
                own(writer, f"AdaptiveAvgPool{n}d", o, [(2, 2, *(6, 5, 4)[:n])])
            for divisor in [1, 5]:
                own(writer, f"AvgPool{n}d", dict(kernel_size=(2, 3, 2)[:n], stride=(1, 2, 2)[:n], padding=(1, 1, 0)[:n], ceil_mode=divisor == 5, divisor_override=divisor), [(2, 2, *(6, 5, 4)[:n])])
            own(writer, f"MaxPool{n}d", dict(kernel_size=(2, 3, 2)[:n], stride=(1, 2, 2)[:n], padding=(1, 1, 0)[:n], dilation=(2, 1, 1)[:n], ceil_mode=True, return_indices=True), [(2, *(6, 7, 4)[:n])])


def norms(writer):
    for n, size in [(1, ()), (1, (3,)), (2, (2, 3)), (3, (2, 1, 2))]:
        for o in some(6, momentum=[0.1, None, 1.0, 0.0], affine=[True, False], track_running_stats=[True, False], eps=[1e-5, 0.5], batch=[1, 3], train=[True, False]):
            batch, train = o.pop("batch"), o.pop("train")
            if not size and batch == 1 and (train or not o["track_running_stats"]):
                continue
            own(writer, f"BatchNorm{n}d", dict(num_features=3, **o), [(batch, 3, *size)], train)
            if size:
                own(writer, f"InstanceNorm{n}d", dict(num_features=3, **dict(o, momentum=o["momentum"] or 0.3)), [(batch, 3, *size)], train)
    for groups, size in [(1, ()), (3, (2,)), (6, (3, 2)), (2, (1, 2, 3))]:
        for batch in (1, 2):
            own(writer, "GroupNorm", dict(num_groups=groups, num_channels=6, eps=0.1, affine=batch == 2), [(batch, 6, *size)])
    for shape, size in [((1,), (3, 1)), ((4,), (4,)), ((2, 3), (0, 2, 3)), ((2, 3), (4, 1, 2, 3))]:
        own(writer, "LayerNorm", dict(normalized_shape=list(shape), eps=0.01), [size])
    for size in (1, 2, 5):
        own(writer, "LocalResponseNorm", dict(size=size, alpha=0.3), [(2, 4, 3)])
        own(writer, "LocalResponseNorm", dict(size=size, k=2.0), [(2, 4, 2, 2, 3)])


def recurrent(writer):
    for name, more in [("LSTM", [dict(proj_size=0), dict(proj_size=2)]), ("GRU", [{}]), ("RNN", [dict(nonlinearity="tanh"), dict(nonlinearity="relu")])]:
        for special in more:
            for o in some(12, num_layers=[1, 2, 3], bias=[True, False], batch_first=[True, False], bidirectional=[True, False], batch=[None, 1, 3], states=[True, False], steps=[1, 4]):
                batch, states, steps = o.pop("batch"), o.pop("states"), o.pop("steps")
                layers = o["num_layers"] * (2 if o["bidirectional"] else 1)
                lead = () if batch is None else (batch,)
                x = (steps, 3) if batch is None else (batch, steps, 3) if o["batch_first"] else (steps, batch, 3)
                sizes = [special.get("proj_size") or 4, 4] if name == "LSTM" else [4]
                hidden = tuple(torch.randn(layers, *lead, size) for size in sizes)
                given = [x] + ([hidden if name == "LSTM" else hidden[0]] if states else [])
                own(writer, name, dict(input_size=3, hidden_size=4, **special, **o), given)
        for bias, batch, states in itertools.product([True, False], [(), (1,), (3,)], [True, False]):
            hidden = tuple(torch.randn(*batch, 4) for _ in range(2 if name == "LSTM" else 1))
            own(writer, name + "Cell", dict(input_size=3, hidden_size=4, bias=bias), [(*batch, 3)] + ([hidden if name == "LSTM" else hidden[0]] if states else []))


def mask(kind, *size):
    flags = torch.rand(size) < 0.4
    flags[..., 0] = False
    return None if kind is None else flags if kind == "bool" else torch.randn(size)


def attention(writer):
    options = dict(bias=[True, False], add_bias_kv=[False, True], add_zero_attn=[False, True], other=[False, True], batch_first=[True, False], heads=[1, 2, 4], batch=[None, 1, 2], pairs=[None, "bool", "float"], each=[False, True], keys=[None, "bool"], train=[True, False])
    for o in some(60, **options):
        other, batch, pairs, each, keys, train = (o.pop(key) for key in ("other", "batch", "pairs", "each", "keys", "train"))
        arguments = dict(embed_dim=4, num_heads=o.pop("heads"), kdim=3 if other else None, vdim=5 if other else None, **o)
        count = batch or 1
        put = lambda length, size: (length, size) if batch is None else (batch, length, size) if o["batch_first"] else (length, batch, size)
        lead = (count * arguments["num_heads"],) if each else ()
        named = dict(attn_mask=mask(pairs, *lead, 3, 5), key_padding_mask=mask(keys, *(() if batch is None else (batch,)), 5))
        own(writer, "MultiheadAttention", arguments, [put(3, 4), put(5, 3 if other else 4), put(5, 5 if other else 4)], train, named)
    layers = dict(activation=["relu", "gelu"], batch_first=[True, False], norm_first=[True, False], layer_norm_eps=[1e-5, 0.1], batch=[None, 2], pairs=[None, "bool", "float"], keys=[None, "bool"], train=[True, False])
    for o in some(24, **layers):
        batch, pairs, keys, train = (o.pop(key) for key in ("batch", "pairs", "keys", "train"))
        arguments = dict(d_model=4, nhead=2, dim_feedforward=6, dropout=0.0, **o)
        put = lambda length: (length, 4) if batch is None else (batch, length, 4) if o["batch_first"] else (length, batch, 4)
        padding = lambda length: mask(keys, *(() if batch is None else (batch,)), length)
        own(writer, "TransformerEncoderLayer", arguments, [put(5)], train, dict(src_mask=mask(pairs, 5, 5), src_key_padding_mask=padding(5)))
        named = dict(tgt_mask=mask(pairs, 3, 3), memory_mask=mask("bool" if pairs else None, 3, 5), tgt_key_padding_mask=padding(3), memory_key_padding_mask=padding(5))
        own(writer, "TransformerDecoderLayer", arguments, [put(3), put(5)], train, named)
    for o in some(8, **layers):
        batch, pairs, keys, train = (o.pop(key) for key in ("batch", "pairs", "keys", "train"))
        arguments = dict(d_model=4, nhead=2, num_encoder_layers=1, num_decoder_layers=2, dim_feedforward=6, dropout=0.0, **o)
        put = lambda length: (length, 4) if batch is None else (batch, length, 4) if o["batch_first"] else (length, batch, 4)
        padding = lambda length: mask(keys, *(() if batch is None else (batch,)), length)
        named = dict(src_mask=mask(pairs, 5, 5), tgt_mask=mask(pairs, 3, 3), src_key_padding_mask=padding(5), tgt_key_padding_mask=padding(3), memory_key_padding_mask=padding(5))
        own(writer, "Transformer", arguments, [put(5), put(3)], train, named)


def sparse(writer):
    for o in some(16, mode=["sum", "mean", "max"], padding_idx=[None, 2, -1], include_last_offset=[False, True], bags=[[0, 0, 3, 6], [0, 2, 2, 6], [0, 6, 6, 6]], rows=[False, True], max_norm=[None, 0.8]):
        bags, rows = o.pop("bags"), o.pop("rows")
        indices = torch.tensor([2, 0, 4, 1, 2, 2])
        weights = [torch.rand(6) + 0.5] if o["mode"] == "sum" and not rows else []
        given = [indices.view(2, 3)] if rows else [indices, torch.tensor(bags), *weights]
        if rows:
            o["include_last_offset"] = False
        own(writer, "EmbeddingBag", dict(num_embeddings=5, embedding_dim=3, **o), given)
    for size in [(0,), (2, 0), (1, 2, 3)]:
        own(writer, "Embedding", dict(num_embeddings=5, embedding_dim=3, padding_idx=1), [torch.randint(0, 5, size)])
    for bias in (True, False):
        own(writer, "Linear", dict(in_features=3, out_features=2, bias=bias), [(0, 3)])
        own(writer, "Linear", dict(in_features=3, out_features=2, bias=bias), [(3,)])
        own(writer, "Bilinear", dict(in1_features=3, in2_features=2, out_features=4, bias=bias), [(0, 3), (0, 2)])


def elements(writer):
    """Layers without parameters over tensors of no elements and of one."""
    names = "CELU ELU GELU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid Mish PReLU ReLU ReLU6 SELU SiLU Sigmoid Softplus Softshrink Softsign Tanh Tanhshrink".split()
    for name in names:
        for size in [(0, 3), (1, 1, 1, 1, 1)]:
            own(writer, name, {}, [size])
    for name in ("Softmax", "LogSoftmax", "Softmin"):
        for dim, size in [(0, (1,)), (1, (0, 3)), (-1, (2, 1)), (0, (3, 0)), (-2, (2, 3, 1, 2))]:
            own(writer, name, dict(dim=dim), [size])
    own(writer, "GLU", {}, [(0, 4)])
    own(writer, "Flatten", {}, [(0, 2, 3)])
    own(writer, "Flatten", dict(start_dim=0), [()])
    own(writer, "Unflatten", dict(dim=-1, unflattened_size=(2, 3)), [(2, 6)])
    own(writer, "PixelShuffle", dict(upscale_factor=3), [(0, 9, 2, 2)])
    for n in (1, 2, 3):
        size = (4, 3, 4)[:n]
        own(writer, f"ConstantPad{n}d", dict(padding=(-1, 2) * n, value=1.5), [(2, 2, *size)])
        own(writer, f"ReplicationPad{n}d", dict(padding=(-1, 2) * n), [(2, 2, *size)])
        own(writer, f"ReflectionPad{n}d", dict(padding=(-1, 2) * n), [(1, 2, *size)])


def named_by_attributes(writer):
    """PyTorch's tests whose layers are made by functions: their arguments stand in the layers."""
    for test in common_nn.module_tests + common_nn.new_module_tests:
        if "constructor" not in test:
            continue
        torch.manual_seed(len(writer.seen))
        layer = test["constructor"]()
        name = type(layer).__name__
        if not name.startswith(("Conv", "AvgPool", "MaxPool", "EmbeddingBag", "Embedding")):
            continue
        arguments = {}
        for parameter in inspect.signature(type(layer).__init__).parameters:
            value = getattr(layer, parameter, None)
            if parameter == "bias":
                arguments["bias"] = layer.bias is not None
            elif value is not None and not isinstance(value, torch.Tensor):
                arguments[parameter] = value
        given = test["input_fn"]() if "input_fn" in test else torch.randn(test["input_size"])
        arguments.pop("sparse", None)
        writer.add(test["fullname"], name, arguments, type(layer)(**arguments), given if isinstance(given, tuple) else (given,))


if __name__ == "__main__":
    random.seed(0)
    writer = Writer("options", ["visible", "spatial", "modules"])
    for part in (convolutions, pools, norms, recurrent, attention, sparse, elements, named_by_attributes):
        part(writer)
    writer.write()
    print(len(writer.cases), "cases")
