"""Writes what PyTorch computes for the networks of ../Programs: NAME.safetensors for each network of networks.py.

Run with PyTorch 1.13: ATEN_CPU_CAPABILITY=avx2 python3 reference.py
"""
import json
import pathlib
import struct

import torch

from networks import NETWORKS

HERE = pathlib.Path(__file__).parent
TYPES = {torch.float32: "F32", torch.int64: "I64", torch.bool: "BOOL"}


def write_safetensors(path, tensors, metadata):
    header, data = {"__metadata__": metadata}, b""
    for key, tensor in tensors.items():
        tensor = single(tensor)
        values = tensor.contiguous().numpy().tobytes()
        header[key] = {"dtype": TYPES[tensor.dtype], "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(values)]}
        data += values
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def flatten(results):
    return [results] if isinstance(results, torch.Tensor) else [tensor for part in results for tensor in flatten(part)]


def single(tensor):
    return tensor.detach().float() if tensor.is_floating_point() else tensor


def run(name, make, inputs, training=True):
    """Weights and inputs are drawn as float32, all else is computed in double precision."""
    torch.manual_seed(0)
    module = make().train(training)
    inputs = [value.double() if value.is_floating_point() else value for value in inputs()]
    module.double()
    tensors = {f"state/{key}": value.clone() for key, value in module.state_dict().items()}
    for i, value in enumerate(inputs):
        tensors[f"input/{i}"] = value.clone()
        if value.is_floating_point():
            value.requires_grad_()
    results = flatten(module(*inputs))
    weights = [torch.randn(result.shape).double() for result in results]
    torch.autograd.backward(results, weights)
    for i, (result, weight) in enumerate(zip(results, weights)):
        tensors[f"output/{i}"] = result
        tensors[f"output_gradient/{i}"] = weight
    for key, parameter in module.named_parameters():
        if parameter.grad is not None:
            tensors[f"gradient/{key}"] = parameter.grad
    for i, value in enumerate(inputs):
        if value.is_floating_point():
            tensors[f"input_gradient/{i}"] = value.grad
    for key, value in module.named_buffers():
        tensors[f"after/{key}"] = value
    write_safetensors(HERE / f"{name}.safetensors", tensors, {"training": str(training)})


if __name__ == "__main__":
    for name, arguments in NETWORKS.items():
        run(name, *arguments)
