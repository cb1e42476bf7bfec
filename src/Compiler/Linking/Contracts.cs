using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Linking;

/// <summary>What of a module others depend on: an edit that leaves it equal changes no other module.</summary>
internal static class Contracts
{
    /// <summary>The contract of a linked module: bodies only where they can be inlined, which is a single op or a pointwise chain over public members.</summary>
    public static ModuleContract Of(ModuleIr linked, EquatableArray<OpModel> ops)
    {
        var pointwise = new HashSet<string>(ops.Where(op => op.Kind == OpKind.Pointwise).Select(op => op.Type));
        return Keep(linked, ops, method => method is { Body: { } body, IsRecomputed: false }
            && body.Statements.All(s => s is OpIr op && (body.Statements.Count == 1 || pointwise.Contains(op.Op)))
            && method.Values.All(v => v.Origin != ValueOrigin.Member || v.IsPublic));
    }

    /// <summary>The contract of a module that is called only.</summary>
    public static ModuleContract WithoutBodies(ModuleIr module) => Keep(module, EquatableArray<OpModel>.Empty, _ => false);

    /// <summary>A contract read from text, with its ops. A body that applies an op that is not found is left out: it is called instead.</summary>
    public static ModuleContract Complete(ModuleIr contract, IEnumerable<OpModel> ops)
    {
        var found = ops.ToEquatableArray();
        return Keep(contract, found, method => OpsOf(method).All(name => found.Any(op => op.Type == name)));
    }

    /// <summary>Metadata names of the ops that a module's bodies apply.</summary>
    public static IEnumerable<string> OpsOf(ModuleIr module) => module.Methods.SelectMany(OpsOf).Distinct();

    private static IEnumerable<string> OpsOf(MethodIr method) => method.Body?.All.OfType<OpIr>().Select(op => op.Op) ?? [];

    private static ModuleContract Keep(ModuleIr module, EquatableArray<OpModel> ops, Func<MethodIr, bool> keepsBody)
    {
        var methods = module.Methods.Where(m => m.Variant is null).Select(m => m.Body is { } body && keepsBody(m) ? WithoutTexts(m, body) : WithoutBody(m));
        var kept = module with { Methods = methods.ToEquatableArray() };
        var used = new HashSet<string>(OpsOf(kept));
        return new ModuleContract(kept, ops.Where(op => used.Contains(op.Type)).ToEquatableArray());
    }

    private static MethodIr WithoutBody(MethodIr method) => method with
    {
        Results = method.Results.Select(r => r with { Value = -1 }).ToEquatableArray(),
        Values = EquatableArray<ValueIr>.Empty,
        Body = null,
        Signature = null,
    };

    private static MethodIr WithoutTexts(MethodIr method, BlockIr body) => method with
    {
        Signature = null,
        Values = method.Values.Select(v => v with { IsNamed = true }).ToEquatableArray(),
        Body = new BlockIr(body.Statements.Select(s => s with { Site = 0, Text = "", Expression = "", Declared = null }).ToEquatableArray()),
    };
}
