"""Cases in the format of visible.json: what a module gives for inputs that are exact in single precision, computed in double precision."""

import json
import pathlib
import struct

import torch

HERE = pathlib.Path(__file__).parent


class Writer:
    """Computes cases and writes them to files of one name. Those that visible.json has are left out."""

    def __init__(self, name):
        self.name, self.tensors, self.cases = name, {}, []
        self.seen = {case["id"] for case in json.loads((HERE / "visible.json").read_text())["cases"]}

    def put(self, key, tensor):
        self.tensors[key] = tensor.detach().float() if tensor.is_floating_point() else tensor.detach()
        return {"tensor": key}

    def add(self, id, name, arguments, module, inputs, train=True):
        if id in self.seen:
            return
        self.seen.add(id)
        module = module.double().train(train)
        with torch.no_grad():
            for tensor in list(module.parameters()) + list(module.buffers()):
                if tensor.is_floating_point():
                    tensor.copy_(tensor.float().double())
        before = {key: tensor.clone() for key, tensor in module.state_dict().items()}
        leaves = [x.detach().float().double().requires_grad_() if x.is_floating_point() else x for x in inputs]
        output = module(*leaves)
        outputs = list(output) if isinstance(output, tuple) else [output]
        if not any(y.requires_grad and y.is_floating_point() for y in outputs):
            return
        names = ["output"] if not isinstance(output, tuple) else [f"output.{i}" for i in range(len(outputs))]
        case = {"id": id, "module": name, "train": train, "args": {}, "state": {}, "kwinputs": {}, "grad_output": {}, "grad_input": {}, "grad_param": {}, "state_after": {}}
        for key, value in arguments.items():
            case["args"][key] = self.put(f"{id}/args.{key}", value) if isinstance(value, torch.Tensor) else value
        case["state"] = {key: self.put(f"{id}/state.{key}", tensor) for key, tensor in before.items()}
        case["inputs"] = [self.put(f"{id}/input.{i}", x) for i, x in enumerate(leaves)]
        case["output"] = [self.put(f"{id}/{n}", y) for n, y in zip(names, outputs)] if isinstance(output, tuple) else self.put(f"{id}/output", output)
        total = 0
        for n, y in zip(names, outputs):
            if y.is_floating_point():
                gradient = torch.randn(y.shape).double()
                case["grad_output"][n] = self.put(f"{id}/grad_{n}", gradient)
                total = total + (y * gradient).sum()
        total.backward()
        for i, x in enumerate(leaves):
            if x.is_floating_point():
                case["grad_input"][f"input.{i}"] = self.put(f"{id}/grad_input.{i}", x.grad if x.grad is not None else torch.zeros_like(x))
        for key, parameter in module.named_parameters():
            case["grad_param"][key] = self.put(f"{id}/grad_param.{key}", parameter.grad)
        for key, tensor in module.state_dict().items():
            if not torch.equal(tensor, before[key]):
                case["state_after"][key] = self.put(f"{id}/state_after.{key}", tensor)
        self.cases.append(case)

    def write(self):
        (HERE / f"{self.name}.json").write_text(json.dumps({"torch": "1.13.1", "cases": self.cases}, separators=(",", ":")).replace('{"id"', '\n{"id"') + "\n")
        header, data = {}, b""
        for key, tensor in self.tensors.items():
            kind, bytes = ("F32", tensor.contiguous().numpy().tobytes()) if tensor.is_floating_point() else ("I64", tensor.long().contiguous().numpy().tobytes())
            header[key] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(bytes)]}
            data += bytes
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 8)
        (HERE / f"{self.name}.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
