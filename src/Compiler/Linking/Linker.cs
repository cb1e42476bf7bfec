using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Linking;

/// <summary>Joins a module with the contracts of the modules it calls: small ones are inlined, the others stay calls.</summary>
internal static class Linker
{
    /// <summary>Links a lowered module.</summary>
    /// <param name="lowered">The module.</param>
    /// <param name="contracts">Contracts of the modules that it holds or calls, as far as there are any.</param>
    public static LinkedModule Link(LoweredModule lowered, EquatableArray<ModuleContract> contracts) => Link(lowered.Module, lowered.Ops, contracts);

    /// <summary>Links a module or what is declared of one.</summary>
    public static LinkedModule Link(ModuleIr module, EquatableArray<OpModel> ops, EquatableArray<ModuleContract> contracts)
    {
        var callees = contracts.ToDictionary(c => c.Module.Type.MetadataName, StringComparer.Ordinal);
        var linked = module with { Methods = module.Methods.Select(m => MethodLinker.Link(m, module, callees)).ToEquatableArray() };
        var known = ops.Concat(contracts.SelectMany(c => c.Ops)).GroupBy(op => op.Type, StringComparer.Ordinal).Select(g => g.First());
        var used = new HashSet<string>(Contracts.OpsOf(linked));
        var linkedOps = known.Where(op => used.Contains(op.Type)).OrderBy(op => op.Type, StringComparer.Ordinal).ToEquatableArray();
        return new LinkedModule(linked, contracts.Select(c => c.Module).ToEquatableArray(), linkedOps);
    }
}
