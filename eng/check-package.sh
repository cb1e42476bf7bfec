#!/usr/bin/env bash
# The packages in use, outside the repository and with a package cache of its own.
# 1. As a stranger: only the packed folder for a source; templates, the README's example, a wrong shape in the build log, too old an SDK.
# 2. A library of modules and a program that trains them, first through a project reference, then with the library as a package that was
#    built with another version of NnGen. Gradients must be right across the border, and a wrong size must fail the program's build.
# 3. Both programs as native ones.
# 4. A library whose contracts no version reads yet: its modules are called, which an Info says, and sizes are checked when bound.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
target="$(realpath -m "${1:?usage: check-package.sh EMPTY-FOLDER}")"
packages="$target/packages"
mkdir -p "$packages"
for project in Runtime Templates Tool Console TensorBoard Csv Logging; do
    dotnet pack "$root/src/$project" -c Release -o "$packages" -v q -clp:NoSummary
done
{ unzip -l "$packages"/NnGen.[0-9]*.nupkg; unzip -l "$packages"/NnGen.[0-9]*.snupkg; unzip -p "$packages"/NnGen.[0-9]*.nupkg NnGen.nuspec; } > "$target/package.txt"
for entry in ' icon.png$' ' README.md$' ' buildTransitive/NnGen.targets$' ' analyzers/dotnet/cs/NnGen.Generator.dll$' ' lib/net8.0/NnGen.xml$' \
    ' lib/net10.0/NnGen.dll$' ' lib/net8.0/NnGen.pdb$' '<license type="expression">MIT</license>'; do
    grep -q "$entry" "$target/package.txt" || { echo "The package has no $entry." >&2; exit 1; }
done

fails_with() {      # what the build must say, then the command
    if "${@:2}" > "$target/wrong.log" 2>&1; then
        echo "This was not refused: $1" >&2
        exit 1
    fi
    grep -m1 "$1" "$target/wrong.log" || { tail "$target/wrong.log" >&2; exit 1; }
}

block() { awk -v n="$1" '/^```csharp$/ { i++; next } /^```$/ { if (i == n) exit } i == n' "$root/README.md"; }

# 1. NnGen's one dependency lies in the folder too, so that no other source is needed.
tensors="$(dotnet nuget locals global-packages -l | sed 's/^global-packages: //')system.numerics.tensors"
cp "$tensors"/*/*.nupkg "$packages/"
mkdir -p "$target/stranger"
cd "$target/stranger"
cat > nuget.config <<XML
<configuration>
  <packageSources>
    <clear />
    <add key="packed" value="$packages" />
  </packageSources>
</configuration>
XML
export NUGET_PACKAGES="$target/cache"
templates=(--debug:custom-hive "$target/hive")
dotnet new install "$packages"/NnGen.Templates.*.nupkg "${templates[@]}" > /dev/null
dotnet new nngen-console -o Xor "${templates[@]}" > /dev/null
(cd Xor && dotnet run -c Release | tee run.log && grep -q '^1 xor 0 = 1$' run.log && test -s xor.safetensors)
dotnet new nngen-library -o Blocks -f net10.0 "${templates[@]}" > /dev/null
dotnet build Blocks -c Release -v q -clp:NoSummary

dotnet new console -o Readme > /dev/null
dotnet add Readme package NnGen > /dev/null
mkdir -p Readme/samples
ln -sfn "$root/samples/data" Readme/samples/data
block 1 > Readme/Program.cs
(cd Readme && dotnet run -c Release && test -s mnist.safetensors)
fails_with 'NnGen needs the C# compiler of the .NET SDK 9.0.300 or later, and this is 9.0.200' dotnet build Readme -c Release --no-incremental -p:NETCoreSdkVersion=9.0.200
block 3 > Readme/Net.cs
sed -i '1i using NnGen;' Readme/Net.cs
fails_with "error NNG1001: 'fc1' takes 9216 features, but 'x' is \[N, 64, 12, 12\]: flatten it first (64·12·12 = 9216)" dotnet build Readme -c Release

# 2. Libraries for net8.0, whose reference assemblies come from the usual source.
mkdir -p "$target/library"
cd "$target/library"
cp -r "$root"/eng/package/. .
dotnet new nugetconfig > /dev/null
dotnet nuget add source "$packages" --name packed > /dev/null

right() { dotnet run -c Release --project App "$@"; }
wrong() {           # what a wrong size must be answered with, and the command that must say so
    sed -i 's/mixer = new(6, 16)/mixer = new(7, 16)/' App/Program.cs
    fails_with "$@"
    sed -i 's/mixer = new(7, 16)/mixer = new(6, 16)/' App/Program.cs
}

right
wrong "error NNG1001: 'mixer'" dotnet build App -c Release -v q -clp:NoSummary
dotnet pack Layers -c Release -o "$packages" -v q -clp:NoSummary
mv Layers Sources
dotnet pack "$root/src/Runtime" -c Release --no-build -p:PackageVersion=0.99.0 -o "$packages" -v q -clp:NoSummary
packaged=-p:LayersFromPackage=true
right $packaged
wrong "error NNG1001: 'mixer'" dotnet build App -c Release -v q -clp:NoSummary $packaged

# 3. For net9.0, whose ahead-of-time compiler is the one that can be restored everywhere.
native() {          # a project, and what its program must print
    sed -i 's/>net[0-9.]*<\/TargetFramework>/>net9.0<\/TargetFramework>/' "$1/$1.csproj"
    dotnet publish "$1" -c Release -r linux-x64 -o "$1/native" -v q -clp:NoSummary -p:PublishAot=true -p:UseAppHost=true \
        -p:InvariantGlobalization=true -p:TreatWarningsAsErrors=true $packaged
    (cd "$1" && "native/$1" > native.log && grep "$2" native.log)
}

native App 'After 200 steps'
cp -r "$target/stranger/Xor" .
native Xor '^1 xor 0 = 1$'

# 4. What the generator wrote is compiled without it, under another version of the contracts.
dotnet build Sources -c Release -v q -clp:NoSummary -p:EmitCompilerGeneratedFiles=true -p:CompilerGeneratedFilesOutputPath=Generated
sed -i 's/ModuleContract([0-9]*, ".*")/ModuleContract(1000, "")/' $(grep -rl 'ModuleContract(' Sources/Generated)
dotnet pack Sources -c Release -o "$packages" -v q -clp:NoSummary -p:WithoutGenerator=true -p:PackageVersion=2.0.0
right $packaged -p:ErrorLog=App.sarif
grep -m1 "'Mixer' carries a contract of version 1000, which this version of NnGen does not read" App/App.sarif
wrong "ShapeException" dotnet run -c Release --project App $packaged
