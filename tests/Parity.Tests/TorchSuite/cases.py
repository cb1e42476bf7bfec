"""Cases in the format of visible.json: what a module gives for inputs that are exact in single precision, computed in double precision."""

import json
import pathlib
import struct

import torch

HERE = pathlib.Path(__file__).parent


def flatten(key, x):
    """The tensors of nested tuples by key."""
    return [leaf for i, item in enumerate(x) for leaf in flatten(f"{key}.{i}", item)] if isinstance(x, (tuple, list)) else [(key, x)]


class Writer:
    """Computes cases and writes them to files of one name. Those that other files have are left out."""

    def __init__(self, name, others=("visible",)):
        self.name, self.tensors, self.cases = name, {}, []
        self.seen = {case["id"] for other in others for case in json.loads((HERE / f"{other}.json").read_text())["cases"]}

    def put(self, key, tensor):
        self.tensors[key] = tensor.detach().float() if tensor.is_floating_point() else tensor.detach()
        return {"tensor": key}

    def leaf(self, x, wants=True):
        return x.detach().float().double().requires_grad_(wants) if isinstance(x, torch.Tensor) and x.is_floating_point() else x

    def add(self, id, name, arguments, module, inputs, train=True, named=None, differentiable=None):
        """Adds a case, with gradients of so many inputs (default: all), unless it exists, is random or large, or has no gradient."""
        if id in self.seen:
            return
        self.seen.add(id)
        module = module.double().train(train)
        with torch.no_grad():
            for tensor in list(module.parameters()) + list(module.buffers()):
                if tensor.is_floating_point():
                    tensor.copy_(tensor.float().double())
        before = {key: tensor.clone() for key, tensor in module.state_dict().items()}
        count = len(inputs) if differentiable is None else differentiable
        given = [tuple(map(self.leaf, x)) if isinstance(x, tuple) else self.leaf(x, i < count) for i, x in enumerate(inputs)]
        named = {key: self.leaf(x) for key, x in (named or {}).items()}
        again = module(*given, **named)
        module.load_state_dict(before)
        output = module(*given, **named)
        outputs = dict(flatten("output", output))
        is_random = any(not torch.equal(y, z) for (_, y), (_, z) in zip(flatten("", output), flatten("", again)))
        tensors = [*module.parameters(), *(x for _, x in flatten("", tuple(given)) if isinstance(x, torch.Tensor)), *outputs.values()]
        is_large = sum(tensor.numel() for tensor in tensors) > 20000
        if is_random or is_large or not any(y.requires_grad and y.is_floating_point() for y in outputs.values()):
            return
        case = {"id": id, "module": name, "train": train, "args": {}, "state": {}, "kwinputs": {}, "grad_output": {}, "grad_input": {}, "grad_param": {}, "state_after": {}}
        for key, value in arguments.items():
            case["args"][key] = self.put(f"{id}/args.{key}", value) if isinstance(value, torch.Tensor) else value
        case["state"] = {key: self.put(f"{id}/state.{key}", tensor) for key, tensor in before.items()}
        case["inputs"] = [self.nested(id, f"input.{i}", x) for i, x in enumerate(given)]
        case["kwinputs"] = {key: self.nested(id, "input." + key, x) for key, x in named.items()}
        case["output"] = self.nested(id, "output", output)
        total = 0
        for n, y in outputs.items():
            if y.requires_grad:
                gradient = torch.randn(y.shape).double()
                case["grad_output"][n] = self.put(f"{id}/grad_{n}", gradient)
                total = total + (y * gradient).sum()
        total.backward()
        leaves = [leaf for i, x in enumerate(given) for leaf in flatten(f"input.{i}", x)] + [("input." + key, x) for key, x in named.items()]
        for key, x in leaves:
            if isinstance(x, torch.Tensor) and x.requires_grad:
                case["grad_input"][key] = self.put(f"{id}/grad_{key}", x.grad if x.grad is not None else torch.zeros_like(x))
        for key, parameter in module.named_parameters():
            case["grad_param"][key] = self.put(f"{id}/grad_param.{key}", parameter.grad)
        for key, tensor in module.state_dict().items():
            if not torch.equal(tensor, before[key]):
                case["state_after"][key] = self.put(f"{id}/state_after.{key}", tensor)
        self.cases.append(case)

    def nested(self, id, key, x):
        if isinstance(x, (tuple, list)):
            return [self.nested(id, f"{key}.{i}", item) for i, item in enumerate(x)]
        return self.put(f"{id}/{key}", x) if isinstance(x, torch.Tensor) else x

    def write(self):
        (HERE / f"{self.name}.json").write_text(json.dumps({"torch": "1.13.1", "cases": self.cases}, separators=(",", ":")).replace('{"id"', '\n{"id"') + "\n")
        header, data = {}, b""
        for key, tensor in self.tensors.items():
            kind = "F32" if tensor.is_floating_point() else "BOOL" if tensor.dtype == torch.bool else "I64"
            bytes = (tensor.long() if kind == "I64" else tensor).contiguous().numpy().tobytes()
            header[key] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(bytes)]}
            data += bytes
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 8)
        (HERE / f"{self.name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
