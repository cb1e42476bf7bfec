#!/usr/bin/env bash
# The package in use, outside the repository and with a package cache of its own: a library of modules, and a program that trains
# them, first through a project reference, then with the library as a package too. Gradients must be right across the border,
# and a wrong size given to the library's module must fail the program's build.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
target="$(realpath -m "${1:?usage: check-package.sh EMPTY-FOLDER}")"
mkdir -p "$target"
cp -r "$root"/eng/package/. "$target/"
dotnet pack "$root/src/Runtime" -c Release -o "$target/packages" -v q -clp:NoSummary
cd "$target"
dotnet new nugetconfig > /dev/null
dotnet nuget add source "$target/packages" --name packed > /dev/null
export NUGET_PACKAGES="$target/cache"

check() {
    dotnet run -c Release --project App "$@"
    sed -i 's/mixer = new(6, 16)/mixer = new(7, 16)/' App/Program.cs
    if dotnet build App -c Release -v q -clp:NoSummary "$@" > wrong.log 2>&1; then
        echo "A wrong size was not refused." >&2
        exit 1
    fi
    grep -m1 "error NNG1001: 'mixer'" wrong.log
    sed -i 's/mixer = new(7, 16)/mixer = new(6, 16)/' App/Program.cs
}

check
dotnet pack Layers -c Release -o packages -v q -clp:NoSummary
rm -rf Layers
check -p:LayersFromPackage=true
