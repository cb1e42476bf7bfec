"""Writes sequences.json and sequences.safetensors: recurrent layers over packed sequences. Run with PyTorch 1.13."""

import torch
from torch import nn
from torch.nn.utils import rnn

from cases import Writer


class Packed(nn.Module):
    """Packs, runs the layers, and pads again."""

    def __init__(self, layers, batch_first, total_length):
        super().__init__()
        self.rnn, self.batch_first, self.total_length = layers, batch_first, total_length

    def forward(self, x, lengths, *states):
        packed = rnn.pack_padded_sequence(x, lengths, self.batch_first, enforce_sorted=False)
        output, last = self.rnn(packed, None if not states else states if isinstance(self.rnn, nn.LSTM) else states[0])
        y, _ = rnn.pad_packed_sequence(output, self.batch_first, padding_value=0.5, total_length=self.total_length)
        return (y, *last) if isinstance(last, tuple) else (y, last)


def cases(writer):
    lengths = {"falling": [5, 3, 2], "mixed": [2, 5, 1, 5], "equal": [5, 5], "one": [5], "rising": [1, 2, 3, 4, 5]}
    options = {
        "plain": dict(),
        "first": dict(batch_first=True),
        "both": dict(bidirectional=True),
        "layers": dict(num_layers=3, bias=False),
        "everything": dict(num_layers=2, bidirectional=True, batch_first=True),
    }
    kinds = {
        "LSTM": (nn.LSTM, {}),
        "LSTM_projected": (nn.LSTM, dict(proj_size=2)),
        "GRU": (nn.GRU, {}),
        "RNN": (nn.RNN, {}),
        "RNN_relu": (nn.RNN, dict(nonlinearity="relu")),
    }
    for kind, (cls, more) in kinds.items():
        for option, arguments in options.items():
            for order, given in lengths.items():
                for has_states in (False, True):
                    if has_states == (order in ("equal", "falling")) and option != "everything":
                        continue
                    torch.manual_seed(len(writer.seen))
                    arguments = dict(input_size=3, hidden_size=4, **more, **options[option])
                    layers = cls(**arguments)
                    first, steps = layers.batch_first, 7 if order == "rising" else 5
                    x = torch.randn((len(given), steps, 3) if first else (steps, len(given), 3))
                    stacks = layers.num_layers * (2 if layers.bidirectional else 1)
                    sizes = [layers.proj_size or 4, 4] if cls is nn.LSTM else [4]
                    states = [torch.randn(stacks, len(given), size) for size in sizes] if has_states else []
                    total = steps if order == "rising" else None
                    module = Packed(layers, first, total)
                    arguments = dict(arguments, total_length=total) if total else arguments
                    writer.add(f"own_packed_{kind}_{option}_{order}_{has_states}", "packed " + cls.__name__, arguments, module, [x, torch.tensor(given), *states])


if __name__ == "__main__":
    writer = Writer("sequences")
    cases(writer)
    writer.write()
    print(len(writer.cases), "cases")
