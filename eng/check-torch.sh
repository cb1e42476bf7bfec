#!/usr/bin/env bash
# Opens the state dicts that tests/Execution.Tests saved as .pth in PyTorch itself, with weights_only=True, and compares the outputs.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
python=/usr/bin/python3
if ! "$python" -c 'import torch' 2>/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy python3-torch libopenblas0-pthread >/dev/null
fi
"$python" "$root/tests/Execution.Tests/Reference/checkpoints.py" "$root/tests/Execution.Tests/bin/Release/net10.0/torch"
