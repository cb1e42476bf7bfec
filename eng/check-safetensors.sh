#!/usr/bin/env bash
# Opens weights that samples/Mnist saved in PyTorch itself and compares the logits of the two.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
weights="${1:?usage: check-safetensors.sh mnist.safetensors}"
python=/usr/bin/python3
if ! "$python" -c 'import torch' 2>/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy python3-torch libopenblas0-pthread >/dev/null
fi
"$python" "$root/tests/Parity.Tests/reference/read_safetensors.py" "$weights"
