"""Writes reference.json: gradients that PyTorch computes for the modules of Compiled/. Run with PyTorch 1.13 or later."""

import json
import pathlib

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(0)


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc1 = nn.Linear(6, 5)
        self.fc2 = nn.Linear(5, 3)

    def forward(self, x):
        return self.fc2(F.relu(self.fc1(x)))


class TiedAutoencoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = nn.Linear(5, 5)
        self.decoder = nn.Linear(5, 5)
        self.decoder.weight = self.encoder.weight

    def forward(self, x):
        return self.decoder(torch.tanh(self.encoder(x)))


class AppliedTwice(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        return self.fc(torch.sigmoid(self.fc(x)))


def values(tensor):
    return {"shape": list(tensor.shape), "data": tensor.detach().flatten().tolist()}


def case(model, run, **inputs):
    state = {key: values(tensor) for key, tensor in model.state_dict().items()}
    losses = run(**inputs)
    return {
        "state": state,
        "inputs": {key: values(tensor) for key, tensor in inputs.items()},
        "losses": [loss.item() for loss in losses],
        "gradients": {key: values(parameter.grad) for key, parameter in model.named_parameters()}
        | {key: values(tensor.grad) for key, tensor in inputs.items() if tensor.grad is not None},
    }


def micro_batches(model):
    def run(x, y):
        losses = [F.cross_entropy(model(x[i : i + 4]), y[i : i + 4]) / 3 for i in (0, 4, 8)]
        for loss in losses:
            loss.backward()
        return losses

    return case(model, run, x=torch.randn(12, 6), y=torch.randint(3, (12,)))


def reconstruction(model):
    def run(x):
        loss = F.mse_loss(model(x), x)
        loss.backward()
        return [loss]

    return case(model, run, x=torch.randn(7, 5, requires_grad=True))


def sum_of_losses(model):
    def run(x, real, fake):
        real_loss = F.mse_loss(model(x), real)
        fake_loss = F.l1_loss(model(2 * x), fake, reduction="sum")
        (real_loss + 0.5 * fake_loss).backward()
        return [real_loss, fake_loss]

    return case(model, run, x=torch.randn(3, 4, requires_grad=True), real=torch.randn(3, 4), fake=torch.randn(3, 4))


if __name__ == "__main__":
    reference = {
        "microBatches": micro_batches(Classifier()),
        "tiedWeights": reconstruction(TiedAutoencoder()),
        "moduleTwice": sum_of_losses(AppliedTwice()),
        "printed": str(nn.Sequential(Classifier(), nn.Flatten(), nn.Dropout(0.1), nn.Identity(), nn.Linear(3, 2, bias=False), nn.Tanh())),
    }
    path = pathlib.Path(__file__).parent / "reference.json"
    path.write_text(json.dumps(reference) + "\n")
