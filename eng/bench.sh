#!/usr/bin/env bash
# Measures everything and rewrites bench/RESULTS.md: NnGen beside PyTorch and ONNX Runtime, and what compiling costs. It takes about half an
# hour, in which nothing else should run. Debian's PyTorch and node's ONNX Runtime are installed where they are missing.
#   eng/bench.sh [sections of bench/Peers]
set -euo pipefail
cd "$(dirname "$0")/.."

if ! /usr/bin/python3 -c "import torch" 2>/dev/null || ! command -v npm >/dev/null; then
    apt-get update -qq
    apt-get install -y -qq python3-torch libopenblas0-pthread npm >/dev/null
fi

onnx="${ONNXRUNTIME_FOLDER:-$HOME/.cache/nngen/onnxruntime}"
if [ ! -d "$onnx/node_modules/onnxruntime-node" ]; then
    npm install --silent --ignore-scripts --prefix "$onnx" onnxruntime-node@1.30.0
fi
export ONNXRUNTIME="$onnx/node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1"

dotnet run -c Release --project bench/Peers -- "$@"
[ $# -gt 0 ] || dotnet run -c Release --project bench/Compile
