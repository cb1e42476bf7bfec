"""Writes parametrizations.json: weights, outputs and gradients of parametrized modules, computed in double precision. Run with PyTorch 1.13 or later."""

import json
import pathlib

import torch
from torch import nn
from torch.nn.utils import parametrizations, parametrize, spectral_norm, weight_norm


class WeightNorm(nn.Module):
    """torch.nn.utils.parametrizations.weight_norm of PyTorch 2."""

    def __init__(self, dim=0):
        super().__init__()
        self.dim = -1 if dim is None else dim

    def forward(self, g, v):
        return torch._weight_norm(v, g, self.dim)

    def right_inverse(self, weight):
        return torch.norm_except_dim(weight, 2, self.dim), weight


class Symmetric(nn.Module):
    def forward(self, x):
        return x.triu() + x.triu(1).transpose(0, 1)

    def right_inverse(self, a):
        return a.triu()


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.factor = nn.Parameter(torch.full((1,), 1.5))

    def forward(self, x):
        return x * self.factor


def with_(module, parametrization, name="weight"):
    return parametrize.register_parametrization(module, name, parametrization)


def twice(module):
    return with_(with_(module, WeightNorm()), Scaled())


def discriminator():
    return nn.Sequential(
        spectral_norm(nn.Conv2d(1, 3, 3)),
        nn.ReLU(),
        nn.Flatten(),
        spectral_norm(nn.Linear(3 * 4 * 4, 1), n_power_iterations=2),
    )


class NormedCell(nn.Module):
    def __init__(self):
        super().__init__()
        self.cell = weight_norm(nn.GRUCell(3, 4), "weight_hh")

    def forward(self, x):
        return self.cell(x)


orthogonal = parametrizations.orthogonal
CASES = {
    "weight_norm": (lambda: weight_norm(nn.Linear(5, 4)), (3, 5)),
    "weight_norm_whole": (lambda: weight_norm(nn.Linear(5, 4), dim=None), (3, 5)),
    "weight_norm_convolution": (lambda: weight_norm(nn.Conv1d(2, 4, 3), dim=1), (2, 2, 6)),
    "spectral_norm": (lambda: spectral_norm(nn.Linear(5, 4)), (3, 5)),
    "spectral_norm_transposed": (lambda: spectral_norm(nn.ConvTranspose1d(2, 4, 3)), (2, 2, 6)),
    "discriminator": (discriminator, (2, 1, 6, 6)),
    "parametrized_weight_norm": (lambda: with_(nn.Linear(5, 4), WeightNorm()), (3, 5)),
    "parametrized_spectral_norm": (lambda: parametrizations.spectral_norm(nn.Linear(5, 4)), (3, 5)),
    "parametrized_spectral_norm_convolution": (lambda: parametrizations.spectral_norm(nn.Conv2d(2, 3, 2), n_power_iterations=3), (2, 2, 4, 4)),
    "parametrized_spectral_norm_bias": (lambda: parametrizations.spectral_norm(nn.Linear(5, 4), "bias"), (3, 5)),
    "orthogonal": (lambda: orthogonal(nn.Linear(4, 4)), (3, 4)),
    "orthogonal_tall": (lambda: orthogonal(nn.Linear(3, 5)), (3, 3)),
    "orthogonal_wide": (lambda: orthogonal(nn.Linear(5, 3)), (3, 5)),
    "orthogonal_exponential_wide": (lambda: orthogonal(nn.Linear(5, 3), orthogonal_map="matrix_exp"), (3, 5)),
    "orthogonal_cayley": (lambda: orthogonal(nn.Linear(4, 4), orthogonal_map="cayley"), (3, 4)),
    "orthogonal_direct": (lambda: orthogonal(nn.Linear(3, 5), orthogonal_map="householder", use_trivialization=False), (3, 3)),
    "orthogonal_batch": (lambda: orthogonal(nn.Conv1d(2, 4, 3)), (2, 2, 6)),
    "symmetric": (lambda: with_(nn.Linear(4, 4), Symmetric()), (3, 4)),
    "twice": (lambda: twice(nn.Linear(5, 4)), (3, 5)),
    "recurrent": (NormedCell, (2, 3)),
}


def values(tensor):
    return {"shape": list(tensor.shape), "data": tensor.detach().flatten().tolist()}


def state(model):
    return {key: values(tensor) for key, tensor in model.state_dict().items()}


def case(create, shape):
    torch.manual_seed(7)
    model = create()
    drawn = state(model)
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(torch.randn_like(parameter) * 0.1)
    before = state(model)
    model.double()
    first, second = torch.randn(shape).double().requires_grad_(), torch.randn(shape).double()
    outputs = [model(first), model(second)]
    sum((output * output).sum() for output in outputs).backward()
    after = state(model)
    model.eval()
    return {
        "drawn": drawn,
        "state": before,
        "after": after,
        "inputs": {"first": values(first), "second": values(second)},
        "outputs": {"first": values(outputs[0]), "second": values(outputs[1]), "evaluation": values(model(first))},
        "gradients": {key: values(parameter.grad) for key, parameter in model.named_parameters()} | {"input": values(first.grad)},
    }


cases = {name: case(*parts) for name, parts in CASES.items()}
text = json.dumps(cases, separators=(",", ":")).replace('},"', '},\n"')
pathlib.Path(__file__).with_name("parametrizations.json").write_text(text + "\n")
