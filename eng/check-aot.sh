#!/usr/bin/env bash
# Native programs: no warning, AVX2 kernels by default. samples/AotInference has at most BUDGET bytes, knows all tensors of its network and
# runs in 20 ms from its start to its end; the consumer's program trains and saves; one compiled for less than the processor has says so once.
# (For net9.0, whose ahead-of-time compiler is the one that can be restored everywhere.)
set -euo pipefail
readonly BUDGET=4194304 MILLISECONDS=20
root="$(cd "$(dirname "$0")/.." && pwd)"
target="$(realpath -m "${1:?usage: check-aot.sh EMPTY-FOLDER}")"
if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
    apt-get update -q >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -qy clang zlib1g-dev >/dev/null
fi
mkdir -p "$target/samples"

publish() { dotnet publish "$1" -c Release -r linux-x64 -o "$2" -v q -clp:NoSummary -p:TreatWarningsAsErrors=true "${@:3}"; }

publish "$root/samples/AotInference" "$target/inference"
size=$(stat -c %s "$target/inference/AotInference")
echo "native binary: $size bytes"
[ "$size" -le "$BUDGET" ] || { echo "The native binary is larger than $BUDGET bytes." >&2; exit 1; }
"$target/inference/AotInference" | tee "$target/inference.log"
grep -q '^7 with' "$target/inference.log"
grep -q '^8 tensors, 117066 parameters$' "$target/inference.log"
grep -q 'AVX2' "$target/inference.log"
fastest=999999
for _ in $(seq 20); do
    start=${EPOCHREALTIME/./}
    "$target/inference/AotInference" > /dev/null
    took=$(( ${EPOCHREALTIME/./} - start ))
    (( took < fastest )) && fastest=$took
done
echo "start to end, the fastest of 20 runs: $fastest microseconds"
[ "$fastest" -le $(( MILLISECONDS * 1000 )) ] || { echo "That is more than $MILLISECONDS ms." >&2; exit 1; }

publish "$root/samples/AotInference" "$target/baseline" -p:IlcInstructionSet=sse4.2%2cpopcnt
"$target/baseline/AotInference" 2> "$target/baseline.log" > /dev/null
[ "$(grep -c 'compiled ahead of time without AVX2' "$target/baseline.log")" = 1 ]

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
    <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
  </PropertyGroup>
  <ItemGroup>
    <Compile Include="*.cs" />
  </ItemGroup>
</Project>
XML
cd "$target"
publish aot.csproj out
./out/aot
test -s mnist.safetensors
