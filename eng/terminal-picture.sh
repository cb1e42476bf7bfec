#!/usr/bin/env bash
# Takes a picture of a terminal in which samples/Mnist trains, for the docs.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
picture="$(realpath -m "${1:-$root/docs/images/training.png}")"
readonly WIDTH=110 HEIGHT=36
if ! command -v chromium >/dev/null || ! command -v tmux >/dev/null || ! command -v aha >/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium tmux aha >/dev/null
fi
mkdir -p "$(dirname "$picture")"
work="$(mktemp -d)"
session="nngen-$$"
trap 'tmux kill-session -t "$session" 2>/dev/null || true; rm -rf "$work"' EXIT
dotnet build "$root/samples/Mnist" -c Release -v q -clp:NoSummary
export TERM=xterm-256color LANG=C.UTF-8
tmux -u new-session -d -s "$session" -x "$WIDTH" -y "$HEIGHT" \
    "dotnet '$root/samples/Mnist/bin/Release/net10.0/Mnist.dll' --epochs 5 --save '$work/mnist.safetensors'; sleep 600"
for _ in $(seq 1200); do                # until the fourth epoch is half done
    tmux capture-pane -p -t "$session" | grep -q ' [3-7][0-9]% epoch 4/5.*left' && break
    sleep 0.05
done
tmux capture-pane -e -p -t "$session" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' | aha --black --title Training > "$work/terminal.html"
sed -i 's/<pre>/<pre style="font: 14px\/1.15 DejaVu Sans Mono, monospace; margin: 12px">/' "$work/terminal.html"
chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --window-size=960,360 --screenshot="$picture" "file://$work/terminal.html" 2> "$work/chromium.log"
test -s "$picture"
