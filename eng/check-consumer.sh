#!/usr/bin/env bash
# A project outside the repository imports eng/NnGen.Consumer.props by path: net8.0 with its default language version.
# It must build, train and save; with a wrong layer size the build must fail with the shape message.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
target="${1:?usage: check-consumer.sh EMPTY-FOLDER}"
mkdir -p "$target"
cp "$root"/eng/consumer/*.cs "$target/"
cat > "$target/consumer.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <Import Project="$root/eng/NnGen.Consumer.props" />
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net8.0</TargetFramework>
    <RollForward>Major</RollForward>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
  </PropertyGroup>
</Project>
XML
mkdir -p "$target/samples"
ln -sfn "$root/samples/data" "$target/samples/data"
cd "$target"
dotnet build -c Release -v q -clp:NoSummary
dotnet run -c Release --no-build
test -s mnist.safetensors

sed -i 's/Linear fc2 = new(128, 64)/Linear fc2 = new(127, 64)/' Program.cs
if dotnet build -c Release -v q -clp:NoSummary > wrong.log 2>&1; then
    echo "A wrong layer size was not refused." >&2
    exit 1
fi
grep -m1 'error NNG1' wrong.log
