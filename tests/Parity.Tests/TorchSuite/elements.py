"""Writes elements.json and elements.safetensors: cases of losses, activations, distances and embeddings, in the format of visible.json.

They are PyTorch's own definitions (torch.testing._internal) that visible.json does not hold, and more for what those do not reach.
Run with PyTorch 1.13.
"""

import inspect
import itertools

import torch
from torch import nn

from cases import Writer
from spatial import common_nn

from torch.testing._internal.common_modules import module_db

REDUCTIONS = ("none", "mean", "sum")
LOSSES = [name for name in dir(nn) if name.endswith("Loss") and name not in ("TripletMarginWithDistanceLoss", "AdaptiveLogSoftmaxWithLoss")]
ACTIVATIONS = [
    "CELU", "ELU", "GELU", "GLU", "Hardshrink", "Hardsigmoid", "Hardswish", "Hardtanh", "LeakyReLU", "LogSigmoid", "LogSoftmax", "Mish",
    "PReLU", "ReLU", "ReLU6", "RReLU", "SELU", "SiLU", "Sigmoid", "Softmax", "Softmax2d", "Softmin", "Softplus", "Softshrink", "Softsign",
    "Tanh", "Tanhshrink", "Threshold",
]
OTHERS = ["Bilinear", "CosineSimilarity", "Embedding", "EmbeddingBag", "Flatten", "Identity", "Linear", "PairwiseDistance"]
CLASSES = {*LOSSES, *ACTIVATIONS, *OTHERS}


# How many inputs have gradients, where the targets do not.
DIFFERENTIABLE = {"CosineEmbeddingLoss": 2, "HingeEmbeddingLoss": 1, "SoftMarginLoss": 1}


class Cases:
    def __init__(self):
        self.writer = Writer("elements")

    def add(self, id, name, arguments, inputs, train=True, differentiable=None):
        arguments = {key: value.double() if isinstance(value, torch.Tensor) and value.is_floating_point() else value for key, value in arguments.items()}
        if any(x.numel() > 400 for x in inputs):
            return
        torch.manual_seed(len(self.writer.seen))
        module = getattr(nn, name)(**arguments)
        self.writer.add(f"elements_{id}", name, arguments, module, inputs, train, differentiable=differentiable or DIFFERENTIABLE.get(name))


def by_name(cls, arguments, keywords):
    bound = inspect.signature(cls.__init__).bind(None, *arguments, **keywords)
    return {key: value for key, value in bound.arguments.items() if key not in ("self", "size_average", "reduce", "inplace") and value is not None}


def torch_cases(cases):
    """common_nn: one definition each; losses with every reduction."""
    for test in common_nn.module_tests + common_nn.new_module_tests + common_nn.criterion_tests:
        name = test.get("module_name")
        if name not in CLASSES - {"RReLU"} or "constructor" in test or "neg" in test.get("desc", ""):
            continue
        torch.manual_seed(0)
        keywords = by_name(getattr(nn, name), test.get("constructor_args", ()), test.get("constructor_kwargs", {}))
        given = test["input_fn"]() if "input_fn" in test else torch.randn(test["input_size"])
        inputs = list(given) if isinstance(given, tuple) else [given]
        if "target_fn" in test or "target_size" in test:
            target = test["target_fn"]() if "target_fn" in test else torch.randn(test["target_size"])
            inputs += list(target) if isinstance(target, tuple) else [target]
        inputs += [torch.tensor(lengths) for lengths in test.get("extra_args", ())]
        title = name + ("_" + test["desc"] if "desc" in test else "")
        if name in LOSSES and len(inputs) < (4 if name == "CTCLoss" else 2):
            continue
        for reduction in REDUCTIONS if name in LOSSES and name != "CTCLoss" else [None]:
            options = dict(keywords, reduction=reduction) if reduction else keywords
            for train in [True, False] if test.get("check_eval") else [True]:
                cases.add(f"{title}_{reduction}_{train}", name, options, inputs, train)


def module_cases(cases):
    """common_modules."""
    for info in module_db:
        name = info.module_cls.__name__
        if name not in CLASSES - {"RReLU"} or info.module_cls.__module__.split(".")[:2] != ["torch", "nn"]:
            continue
        torch.manual_seed(0)
        for i, given in enumerate(info.module_inputs_func(info, device="cpu", dtype=torch.float64, requires_grad=False, training=True)):
            if given.forward_input.kwargs:
                continue
            arguments = by_name(info.module_cls, given.constructor_input.args, given.constructor_input.kwargs)
            cases.add(f"{name}_modules_{i}", name, arguments, given.forward_input.args)


def own_cases(cases):
    def losses(name, inputs, **options):
        keys, lists = list(options), [value if isinstance(value, list) else [value] for value in options.values()]
        for i, values in enumerate(itertools.product(*lists)):
            for reduction in REDUCTIONS:
                arguments = {key: value for key, value in zip(keys, values) if value is not None}
                title = "_".join(["x".join(map(str, inputs[0].shape)), str(i), reduction])
                cases.add(f"{name}_own_{title}", name, dict(arguments, reduction=reduction), inputs)

    randn, rand = torch.randn, torch.rand
    for shape, classes in [((4, 5), (4,)), ((5,), ()), ((3, 5, 2, 3), (3, 2, 3))]:
        target = torch.randint(0, 5, classes)
        partly = target.clone()
        if partly.dim():
            partly.view(-1)[::3] = 1
        weight = rand(5) + 0.5
        losses("NLLLoss", [torch.log_softmax(randn(shape), 0 if len(shape) == 1 else 1), partly], weight=[None, weight], ignore_index=[None, 1] if partly.dim() else [None])
        losses("CrossEntropyLoss", [randn(shape), partly], weight=[None, weight], ignore_index=[None, 1] if partly.dim() else [None], label_smoothing=[None, 0.2])
        soft = torch.softmax(randn(shape), 0 if len(shape) == 1 else 1)
        losses("CrossEntropyLoss", [randn(shape), soft], weight=[None, weight], label_smoothing=[None, 0.3])
    for shape in [(), (3,), (2, 3), (2, 3, 4)]:
        x, y = randn(shape), randn(shape)
        losses("L1Loss", [x, y])
        losses("MSELoss", [x, y])
        losses("SmoothL1Loss", [x, y], beta=[None, 0.5, 0.0])
        losses("HuberLoss", [x, y], delta=[None, 0.4])
        losses("SoftMarginLoss", [x, y.sign()])
        losses("HingeEmbeddingLoss", [x, y.sign()], margin=[None, 0.3])
        losses("MarginRankingLoss", [x, randn(shape), y.sign()], margin=[None, 0.3])
        losses("PoissonNLLLoss", [rand(shape) + 0.1, rand(shape) * 3], log_input=[None, False], full=[None, True], eps=[None, 0.1])
        losses("KLDivLoss", [torch.log(rand(shape)), rand(shape)])
        losses("KLDivLoss", [torch.log(rand(shape)), torch.log(rand(shape))], log_target=True)
        losses("BCELoss", [rand(shape), rand(shape)], weight=[None, rand(shape)])
        losses("BCEWithLogitsLoss", [randn(shape), rand(shape)], weight=[None, rand(shape)], pos_weight=[None, rand(shape[-1:]) * 3])
    cases.add("KLDivLoss_own_zero", "KLDivLoss", dict(reduction="sum"), [torch.log(rand(4, 3)), torch.zeros(4, 3)], differentiable=1)
    cases.add("KLDivLoss_own_batchmean", "KLDivLoss", dict(reduction="batchmean"), [torch.log(rand(4, 3)), rand(4, 3)])
    cases.add("KLDivLoss_own_batchmean_log", "KLDivLoss", dict(reduction="batchmean", log_target=True), [torch.log(rand(4, 3)), torch.log(rand(4, 3))])
    losses("BCELoss", [torch.tensor([0.0, 1.0, 1.0, 0.0]), torch.tensor([0.0, 1.0, 0.0, 1.0])])
    for shape, variance in [((3, 4), (3, 4)), ((3, 4), (3, 1)), ((3, 4), (3,)), ((4,), (1,))]:
        losses("GaussianNLLLoss", [randn(shape), randn(shape), rand(variance) + 0.01], full=[None, True], eps=[None, 0.3])
    for shape in [(4, 5), (5,)]:
        first, second = randn(shape), randn(shape)
        losses("CosineEmbeddingLoss", [first, second, (randn(shape[:-1]).sign())], margin=[None, 0.4])
        losses("TripletMarginLoss", [first, second, randn(shape)], margin=[None, 0.3], p=[None, 1.0, 3.0], swap=[None, True])
        labels = torch.tensor([1, 3, -1, 0, 2]).expand(shape).contiguous()
        losses("MultiLabelMarginLoss", [randn(shape), labels])
        losses("MultiLabelSoftMarginLoss", [randn(shape), rand(shape).round()], weight=[None, rand(5)])
        losses("MultiMarginLoss", [randn(shape), torch.randint(0, 5, shape[:-1])], p=[None, 2], margin=[None, 0.4], weight=[None, rand(5)])
    for reduction in REDUCTIONS:
        for zero in [False, True]:
            for blank in [0, 2]:
                options = dict(blank=blank, reduction=reduction, zero_infinity=zero)
                logits = torch.log_softmax(randn(6, 3, 4), 2)
                lengths, sizes = torch.tensor([6, 5, 4]), torch.tensor([2, 0, 3])
                labels = torch.tensor([[1, 3, 1], [3, 3, 3], [1, 1, 3]])
                cases.add(f"CTCLoss_own_{reduction}_{zero}_{blank}", "CTCLoss", options, [logits, labels, lengths, sizes])
                cases.add(f"CTCLoss_own_flat_{reduction}_{zero}_{blank}", "CTCLoss", options, [logits, torch.tensor([1, 3, 1, 1, 3]), lengths, sizes])
                cases.add(f"CTCLoss_own_single_{reduction}_{zero}_{blank}", "CTCLoss", options, [logits[:, 0], labels[0, :2], lengths[0], sizes[0]])
    for name in ACTIVATIONS:
        if name == "RReLU":
            cases.add("RReLU_own", name, dict(lower=0.1, upper=0.3), [randn(3, 4)], train=False)
            continue
        variants = {
            "GLU": [dict(dim=0), dict(dim=1)], "LogSoftmax": [dict(dim=-2)], "Softmax": [dict(dim=0)], "Softmin": [dict(dim=1)], "GELU": [dict(approximate="tanh"), {}],
            "PReLU": [dict(num_parameters=4), dict(init=0.4)], "Softplus": [dict(beta=2, threshold=1), {}], "Threshold": [dict(threshold=0.2, value=-3)],
            "Hardtanh": [dict(min_val=-0.2, max_val=0.7)], "LeakyReLU": [dict(negative_slope=-0.5)], "CELU": [dict(alpha=0.4)], "ELU": [dict(alpha=2.5)],
            "Softshrink": [dict(lambd=0.1)], "Hardshrink": [dict(lambd=0.1)],
        }
        for i, options in enumerate(variants.get(name, [{}])):
            for shape in [(2, 4, 3, 5)] if name != "Softmax2d" else [(2, 3, 4, 5), (3, 4, 5)]:
                cases.add(f"{name}_own_{i}_{len(shape)}", name, options, [randn(shape) * 3])
        if name not in ("GLU", "Softmax2d", "LogSoftmax", "Softmin", "PReLU"):
            cases.add(f"{name}_own_scalar", name, variants.get(name, [{}])[0], [randn(())])
    for dim in [0, 1, -1]:
        cases.add(f"CosineSimilarity_own_{dim}", "CosineSimilarity", dict(dim=dim, eps=0.01), [randn(3, 4), randn(3, 4) * 0.1])
    cases.add("CosineSimilarity_own_broadcast", "CosineSimilarity", dict(dim=2), [randn(3, 1, 4), randn(2, 4)])
    for p in [0.5, 1.0, 2.0, 3.5]:
        cases.add(f"PairwiseDistance_own_{p}", "PairwiseDistance", dict(p=p, keepdim=p == 1.0), [randn(3, 4), randn(3, 4)])
    cases.add("PairwiseDistance_own_vector", "PairwiseDistance", {}, [randn(4), randn(4)])
    cases.add("PairwiseDistance_own_broadcast", "PairwiseDistance", dict(eps=0.1), [randn(3, 4), randn(4)])
    rows = torch.tensor([[2, 0, 4], [1, 2, 2]])
    for i, options in enumerate([dict(max_norm=1.0), dict(max_norm=0.7, norm_type=1.0), dict(padding_idx=-3), dict(scale_grad_by_freq=True, padding_idx=2), dict(max_norm=2.5, norm_type=3.0, scale_grad_by_freq=True)]):
        cases.add(f"Embedding_own_{i}", "Embedding", dict(num_embeddings=5, embedding_dim=3, **options), [rows])
        cases.add(f"Embedding_own_scalar_{i}", "Embedding", dict(num_embeddings=5, embedding_dim=3, **options), [torch.tensor(4)])
        for mode in ["sum", "mean", "max"]:
            # PyTorch divides by how often another index occurs.
            if "scale_grad_by_freq" in options:
                continue
            arguments = dict(num_embeddings=5, embedding_dim=3, mode=mode, **options)
            cases.add(f"EmbeddingBag_own_{mode}_{i}", "EmbeddingBag", arguments, [rows])
            cases.add(f"EmbeddingBag_own_offsets_{mode}_{i}", "EmbeddingBag", arguments, [rows.view(-1), torch.tensor([0, 2, 2])])
            cases.add(f"EmbeddingBag_own_last_{mode}_{i}", "EmbeddingBag", dict(arguments, include_last_offset=True), [rows.view(-1), torch.tensor([0, 2, 5, 6])])
    cases.add("EmbeddingBag_own_weights", "EmbeddingBag", dict(num_embeddings=5, embedding_dim=3, mode="sum"), [rows.view(-1), torch.tensor([0, 2, 2]), randn(6)])
    for bias in [True, False]:
        cases.add(f"Bilinear_own_{bias}", "Bilinear", dict(in1_features=3, in2_features=4, out_features=2, bias=bias), [randn(2, 5, 3), randn(2, 5, 4)])
        cases.add(f"Bilinear_own_vector_{bias}", "Bilinear", dict(in1_features=3, in2_features=4, out_features=2, bias=bias), [randn(3), randn(4)])
        cases.add(f"Linear_own_{bias}", "Linear", dict(in_features=3, out_features=4, bias=bias), [randn(2, 3, 2, 3)])
    cases.add("Flatten_own", "Flatten", dict(start_dim=-3, end_dim=2), [randn(2, 3, 4, 5)])


if __name__ == "__main__":
    torch.manual_seed(0)
    cases = Cases()
    torch_cases(cases)
    module_cases(cases)
    own_cases(cases)
    cases.writer.write()
    print(len(cases.writer.cases), "cases")
