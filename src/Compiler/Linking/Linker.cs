using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Linking;

/// <summary>Joins a module with the contracts of the modules it calls: small ones are inlined, the others stay calls.</summary>
internal static class Linker
{
    /// <param name="lowered">The module, with the contracts of other assemblies that it names.</param>
    /// <param name="contracts">Contracts of the modules of its own compilation that it holds or calls.</param>
    public static LinkedModule Link(LoweredModule lowered, EquatableArray<ModuleContract> contracts)
    {
        var all = lowered.References.Concat(contracts).ToList();
        var callees = all.ToDictionary(c => c.Module.Type.MetadataName, StringComparer.Ordinal);
        var module = lowered.Module;
        var linked = module with { Methods = module.Methods.Select(m => MethodLinker.Link(m, module, callees)).ToEquatableArray() };
        var used = new HashSet<string>(Contracts.OpsOf(linked));
        var ops = lowered.Ops.Concat(all.SelectMany(c => c.Ops))
            .Where(op => used.Contains(op.Type))
            .GroupBy(op => op.Type, StringComparer.Ordinal)
            .Select(g => g.First())
            .OrderBy(op => op.Type, StringComparer.Ordinal);
        return new LinkedModule(linked, all.Select(c => c.Module).ToEquatableArray(), ops.ToEquatableArray());
    }
}
