"""Opens weights of the MNIST network that NnGen saved, with PyTorch alone, and prints the logits of the first test images.

    /usr/bin/python3 read_safetensors.py mnist.safetensors [logits.safetensors]

With a second file, which holds NnGen's own `logits` of the first images, the two must agree within 1e-5 of the largest.
"""
import json, sys, torch
from mnist import Mnist, MnistClassifier

def load(path):
    data = open(path, "rb").read()
    start = 8 + int.from_bytes(data[:8], "little")
    header = json.loads(data[8:start])
    values = {name: torch.frombuffer(bytearray(data[start + t["data_offsets"][0]:start + t["data_offsets"][1]]), dtype=torch.float32)
              for name, t in header.items() if name != "__metadata__" and t["dtype"] == "F32"}
    return {name: value.reshape(header[name]["shape"]) for name, value in values.items()}

model = MnistClassifier()
print("keys:", model.load_state_dict(load(sys.argv[1])))
expected = load(sys.argv[2])["logits"] if len(sys.argv) > 2 else None
with torch.no_grad():
    logits = model(Mnist(train=False).images[:8 if expected is None else len(expected)])
for index, row in enumerate(logits.tolist()):
    print(f"logits {index}:", *(f"{v:.9g}" for v in row))
if expected is not None:
    difference = (logits - expected).abs().max().item()
    print(f"largest difference from NnGen's logits: {difference:.3g}")
    sys.exit(difference > 1e-5 * max(1, expected.abs().max().item()))
