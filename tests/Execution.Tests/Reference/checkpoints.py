"""State dicts of networks.py as PyTorch's torch.save writes them, and what PyTorch makes of those that NnGen writes.

    ATEN_CPU_CAPABILITY=avx2 python3 checkpoints.py            writes NAME.pth for twelve networks
    ATEN_CPU_CAPABILITY=avx2 python3 checkpoints.py FOLDER     opens FOLDER/NAME.pth, which NnGen wrote, and compares the outputs
                                                               with FOLDER/NAME.results.pth within 1e-5 of the largest
"""
import pathlib
import sys

import torch

from networks import NETWORKS

HERE = pathlib.Path(__file__).parent
NAMES = ["Vision.LeNet", "Vision.AlexNet", "Vision.BasicBlock.Create2", "Vision.ConvNeXt", "Vision.DenseBlock", "Vision.UNet", "Vision.VisionTransformer",
         "Sequences.CharLstm", "Sequences.SentimentGru", "Transformers.BertPooler", "Transformers.GptBlock", "Generative.Dcgan"]


def make(name):
    """The network of ../NAME.safetensors, which reference.py draws in the same way."""
    torch.manual_seed(0)
    return NETWORKS[name][0]()


def check(folder, name):
    module = make(name)
    module.load_state_dict(torch.load(folder / f"{name}.pth", weights_only=True))
    results = torch.load(folder / f"{name}.results.pth", weights_only=True)
    inputs = [results[f"input/{i}"] for i in range(sum(key.startswith("input/") for key in results))]
    with torch.no_grad():
        outputs = module.eval()(*inputs)
    while not isinstance(outputs, torch.Tensor):
        outputs = outputs[0]
    difference = (outputs - results["output/0"]).abs().max().item()
    print(f"{name}: largest difference from NnGen's outputs {difference:.3g}")
    return difference <= 1e-5 * max(1, outputs.abs().max().item())


if __name__ == "__main__":
    if len(sys.argv) > 1:
        checked = [check(pathlib.Path(sys.argv[1]), name) for name in NAMES]
        sys.exit(not all(checked))
    for name in NAMES:
        torch.save(make(name).state_dict(), HERE / f"{name}.pth")
