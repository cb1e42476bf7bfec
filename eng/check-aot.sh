#!/usr/bin/env bash
# The consumer's program compiled ahead of time: no warning, at most 5 MB, AVX2 kernels by default, and it trains and saves.
# (For net9.0, whose ahead-of-time compiler is the one that can be restored everywhere.)
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
target="${1:?usage: check-aot.sh EMPTY-FOLDER}"
if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy clang zlib1g-dev >/dev/null
fi
mkdir -p "$target/samples"
cp "$root"/eng/consumer/*.cs "$target/"
ln -sfn "$root/samples/data" "$target/samples/data"
cat > "$target/aot.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <Import Project="$root/eng/NnGen.Consumer.props" />
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net9.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <PublishAot>true</PublishAot>
    <InvariantGlobalization>true</InvariantGlobalization>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
  </PropertyGroup>
</Project>
XML
cd "$target"
dotnet publish -c Release -r linux-x64 -o out -v q -clp:NoSummary
size=$(stat -c %s out/aot)
echo "native binary: $size bytes"
[ "$size" -le 5242880 ] || { echo "The native binary is larger than 5 MB." >&2; exit 1; }
./out/aot | tee out.log
grep -q 'AVX' out.log
test -s mnist.safetensors
