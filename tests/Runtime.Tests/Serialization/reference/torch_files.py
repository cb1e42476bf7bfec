"""Writes files of torch.save in every shape that is read, and what they hold: NAME.pth and torch_files.json.

Run with PyTorch 1.13: ATEN_CPU_CAPABILITY=avx2 python3 torch_files.py
"""
import collections
import hashlib
import json
import pathlib
import zipfile

import torch
from torch import nn

HERE = pathlib.Path(__file__).parent
DTYPES = [torch.float32, torch.float64, torch.float16, torch.bfloat16, torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool,
          torch.complex64, torch.complex128]


def describe(value):
    if isinstance(value, torch.Tensor):
        data = value.detach().contiguous().cpu()
        raw = bytes(data.reshape(-1).untyped_storage()) if hasattr(data, "untyped_storage") else bytes(data.clone().storage().untyped().tolist())
        return {"dtype": str(value.dtype), "shape": list(value.shape), "sha256": hashlib.sha256(raw).hexdigest()}
    if isinstance(value, dict):
        return {"dict": [[key, describe(item)] for key, item in value.items()]}
    if isinstance(value, tuple):
        return {"tuple": [describe(item) for item in value]}
    if isinstance(value, list):
        return {"list": [describe(item) for item in value]}
    if isinstance(value, bytes):
        return {"bytes": value.hex()}
    return {"value": repr(value)} if isinstance(value, float) else {"value": value}


def dtypes():
    values = torch.tensor([0.0, 1.0, -2.5, 3.25, 100.0, 7.0])
    return {str(dtype)[6:]: (values.abs() if dtype == torch.uint8 else values).to(dtype).reshape(2, 3) for dtype in DTYPES}


def views():
    base = torch.arange(24.0)
    return {
        "whole": base, "part": base[4:10], "matrix": base.view(4, 6), "transposed": base.view(4, 6).t(), "column": base.view(4, 6)[:, 2],
        "strided": base[1::5], "permuted": base.view(2, 3, 4).permute(2, 0, 1), "expanded": torch.tensor([3.0]).expand(2, 4),
        "scalar": torch.tensor(5.0), "empty": torch.empty(0, 3), "tied": base,
    }


def training():
    torch.manual_seed(0)
    model = nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 2))
    optimizer = torch.optim.Adam(model.parameters(), lr=0.01, amsgrad=True)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 2)
    for _ in range(3):
        optimizer.zero_grad()
        model(torch.randn(8, 3)).square().mean().backward()
        optimizer.step()
        scheduler.step()
    return {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict(), "epoch": 3, "best": 0.125,
            "name": "Modell \u00e4\U0001F600", "big": 2 ** 40, "negative": -5, "none": None, "flags": [True, False], "raw": b"\x00\xff",
            "rng_state": torch.get_rng_state()}


FILES = {"dtypes": dtypes, "views": views, "training": training}


def rewrite(name, source, prefix=None, **records):
    """The same archive with another folder, or with some records replaced."""
    with zipfile.ZipFile(HERE / f"{source}.pth") as old, zipfile.ZipFile(HERE / f"{name}.pth", "w") as new:
        for entry in old.infolist():
            record = entry.filename.split("/", 1)[1]
            new.writestr(zipfile.ZipInfo(f"{prefix or source}/{record}"), records.get(record, old.read(entry)))
        for record in records.keys() - {entry.filename.split("/", 1)[1] for entry in old.infolist()}:
            new.writestr(zipfile.ZipInfo(f"{prefix or source}/{record}"), records[record])


def big_endian():
    values = {"floats": torch.tensor([1.5, -2.0]), "longs": torch.tensor([258, -1]), "bytes": torch.tensor([1, 2], dtype=torch.uint8)}
    torch.save(values, HERE / "big_endian.pth")
    swapped = {}
    with zipfile.ZipFile(HERE / "big_endian.pth") as archive:
        for index, value in enumerate(values.values()):
            swapped[f"data/{index}"] = value.numpy().astype(value.numpy().dtype.newbyteorder(">")).tobytes()
    rewrite("big_endian_", "big_endian", **swapped, byteorder=b"big")
    (HERE / "big_endian_.pth").rename(HERE / "big_endian.pth")
    return values


if __name__ == "__main__":
    expected = {}
    for name, make in FILES.items():
        value = make()
        torch.save(value, HERE / f"{name}.pth")
        expected[name] = describe(value)
    for protocol in (3, 4, 5):
        torch.save(training(), HERE / f"protocol{protocol}.pth", pickle_protocol=protocol)
        expected[f"protocol{protocol}"] = expected["training"]
    rewrite("prefixed", "views", prefix="some folder/of mine")
    expected["prefixed"] = expected["views"]
    expected["big_endian"] = describe(big_endian())
    parameters = collections.OrderedDict(weight=nn.Parameter(torch.ones(2, 2)), frozen=nn.Parameter(torch.zeros(1), requires_grad=False))
    torch.save(parameters, HERE / "parameters.pth")
    expected["parameters"] = describe(parameters)
    torch.save(nn.Linear(2, 2), HERE / "refused_module.pth")
    torch.save({"weight": torch.ones(2)}, HERE / "refused_legacy.pth", _use_new_zipfile_serialization=False)
    torch.jit.save(torch.jit.script(nn.Linear(2, 2)), str(HERE / "refused_script.pth"))
    (HERE / "torch_files.json").write_text(json.dumps(expected, separators=(",", ":")))
