#!/usr/bin/env bash
# samples/WebApi as a native program: 200 concurrent requests for SECONDS on the loopback interface, every answer compared, then a digit drawn
# in headless Chromium. Writes a picture of the page, by default the one in the docs.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
target="$(realpath -m "${1:?usage: check-web.sh EMPTY-FOLDER [SECONDS] [PICTURE.png]}")"
seconds="${2:-30}"
picture="$(realpath -m "${3:-$root/docs/images/web-api.png}")"
readonly ADDRESS=http://127.0.0.1:5081
if ! command -v chromium >/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium >/dev/null
fi
mkdir -p "$(dirname "$picture")"
dotnet publish "$root/samples/WebApi" -c Release -r linux-x64 -o "$target" -v q -clp:NoSummary -p:TreatWarningsAsErrors=true
dotnet build "$root/eng/web" -c Release -v q -clp:NoSummary
"$target/WebApi" --urls "$ADDRESS" > "$target/server.log" &
server=$!
trap 'kill "$server"' EXIT
for _ in $(seq 100); do
    curl -sf "$ADDRESS/health" > /dev/null && break
    sleep 0.1
done
dotnet "$root/eng/web/bin/Release/net10.0/WebCheck.dll" "$ADDRESS" "$root/samples/data/mnist" "$seconds" "$picture"
