"""Writes layers.json: for one seed the initial weights of layers as PyTorch draws them, and how it prints them. Run with PyTorch 1.13 or later."""

import json
import pathlib

import torch
from torch import nn

LAYERS = {
    "LayerNorm": lambda: nn.LayerNorm([2, 3]),
    "LayerNorm plain": lambda: nn.LayerNorm(5, eps=0.001, elementwise_affine=False),
    "Embedding": lambda: nn.Embedding(7, 5),
    "Embedding padding": lambda: nn.Embedding(7, 5, padding_idx=-3, scale_grad_by_freq=True),
    "LSTM": lambda: nn.LSTM(3, 4),
    "LSTM everything": lambda: nn.LSTM(3, 5, num_layers=2, batch_first=True, dropout=0.25, bidirectional=True, proj_size=2),
    "GRU": lambda: nn.GRU(3, 4, num_layers=2, bias=False),
    "RNN": lambda: nn.RNN(3, 4, bidirectional=True, nonlinearity="relu"),
    "LSTMCell": lambda: nn.LSTMCell(3, 4),
    "GRUCell": lambda: nn.GRUCell(3, 4, bias=False),
    "RNNCell": lambda: nn.RNNCell(3, 4, nonlinearity="relu"),
    "LeakyReLU": lambda: nn.LeakyReLU(0.2),
    "ELU": lambda: nn.ELU(),
    "CELU": lambda: nn.CELU(2.0),
    "SELU": lambda: nn.SELU(),
    "GELU": lambda: nn.GELU(approximate="tanh"),
    "SiLU": lambda: nn.SiLU(),
    "Mish": lambda: nn.Mish(),
    "Softplus": lambda: nn.Softplus(2.0, 10.0),
    "Hardtanh": lambda: nn.Hardtanh(),
    "ReLU6": lambda: nn.ReLU6(),
    "Hardsigmoid": lambda: nn.Hardsigmoid(),
    "Hardswish": lambda: nn.Hardswish(),
    "LogSigmoid": lambda: nn.LogSigmoid(),
    "Softsign": lambda: nn.Softsign(),
    "Tanhshrink": lambda: nn.Tanhshrink(),
    "Softshrink": lambda: nn.Softshrink(),
    "Hardshrink": lambda: nn.Hardshrink(1.5),
    "Threshold": lambda: nn.Threshold(0.5, 7.0),
    "Softmax": lambda: nn.Softmax(1),
    "LogSoftmax": lambda: nn.LogSoftmax(-1),
    "Softmin": lambda: nn.Softmin(0),
    "Softmax2d": lambda: nn.Softmax2d(),
    "Bilinear": lambda: nn.Bilinear(3, 2, 4),
    "PReLU": lambda: nn.PReLU(3, init=0.5),
    "RReLU": lambda: nn.RReLU(),
    "GLU": lambda: nn.GLU(),
    "Dropout1d": lambda: nn.Dropout1d(),
    "AlphaDropout": lambda: nn.AlphaDropout(0.25),
    "PairwiseDistance": lambda: nn.PairwiseDistance(),
    "CosineSimilarity": lambda: nn.CosineSimilarity(),
    "EmbeddingBag": lambda: nn.EmbeddingBag(7, 5, mode="sum", scale_grad_by_freq=True, padding_idx=2),
    "CTCLoss": lambda: nn.CTCLoss(),
    "BCEWithLogitsLoss": lambda: nn.BCEWithLogitsLoss(pos_weight=torch.ones(3)),
    "MultiheadAttention": lambda: nn.MultiheadAttention(4, 2, add_bias_kv=True),
    "MultiheadAttention other features": lambda: nn.MultiheadAttention(4, 2, bias=False, kdim=3, vdim=5),
    "TransformerEncoderLayer": lambda: nn.TransformerEncoderLayer(4, 2, 6),
    "TransformerDecoderLayer": lambda: nn.TransformerDecoderLayer(4, 2, 6, dropout=0.2),
    "TransformerEncoder": lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 6), 1, nn.LayerNorm(4)),
    "Transformer": lambda: nn.Transformer(4, 2, 1, 1, 6),
    "Upsample": lambda: nn.Upsample(scale_factor=2),
    "Upsample size": lambda: nn.Upsample(size=(3, 5)),
}

if __name__ == "__main__":
    layers = {}
    for name, create in LAYERS.items():
        torch.manual_seed(11)
        layer = create()
        state = {key: {"shape": list(tensor.shape), "data": tensor.flatten().tolist()} for key, tensor in layer.state_dict().items()}
        layers[name] = {
            "printed": str(layer).replace("mode=nearest", "mode='nearest'").replace("mode=sum", "mode='sum'"),  # as PyTorch 2 prints it
            "state": state,
        }
    (pathlib.Path(__file__).parent / "layers.json").write_text(json.dumps(layers, indent=0) + "\n")
