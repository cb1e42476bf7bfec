#!/usr/bin/env bash
# Code that stands in src twice, as jscpd counts it: at most PERCENT of all lines.
set -euo pipefail
readonly PERCENT=1 VERSION=4.0.5
root="$(cd "$(dirname "$0")/.." && pwd)"
if ! command -v npm >/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy npm >/dev/null
fi
tool="$HOME/.cache/nngen/jscpd-$VERSION"
[ -x "$tool/node_modules/.bin/jscpd" ] || npm install --silent --ignore-scripts --prefix "$tool" "jscpd@$VERSION"
cd "$root"
"$tool/node_modules/.bin/jscpd" src --format csharp --ignore '**/bin/**,**/obj/**' --min-lines 8 --min-tokens 100 --threshold "$PERCENT" --reporters console,threshold |
    sed 's/\x1b\[[0-9;]*m//g'
