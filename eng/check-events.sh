#!/usr/bin/env bash
# Event files of NnGen.TensorBoard, read with Python's protobuf (Debian's python3-protobuf).
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
python=/usr/bin/python3
if ! "$python" -c 'import google.protobuf' 2>/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy python3-protobuf >/dev/null
fi
events="$(mktemp -d)"
trap 'rm -rf "$events"' EXIT
NNGEN_EVENTS_FOLDER="$events" dotnet test "$root/tests/Training.Tests" -c Release -v q --filter Every_kind_of_event "$@"
"$python" "$root/eng/read_events.py" "$events"
