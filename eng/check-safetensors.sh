#!/usr/bin/env bash
# Opens weights that samples/Mnist saved in PyTorch itself, and those whose logits tests/Parity.Tests left beside them, which must agree.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
weights="${1:?usage: check-safetensors.sh mnist.safetensors}"
python=/usr/bin/python3
if ! "$python" -c 'import torch' 2>/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy python3-torch libopenblas0-pthread >/dev/null
fi
reader="$root/tests/Parity.Tests/reference/read_safetensors.py"
interop="$root/tests/Parity.Tests/bin/Release/net10.0/interop"
"$python" "$reader" "$weights"
"$python" "$reader" "$interop/mnist.safetensors" "$interop/logits.safetensors"
