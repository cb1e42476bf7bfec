using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Linking;

/// <summary>What of a module others depend on.</summary>
internal static class Contracts
{
    /// <summary>
    /// A module as its users see it before it is linked: bodies only where, with what they call inlined, they may be inlined
    /// themselves, and no source texts. An edit that changes neither leaves it equal.
    /// </summary>
    public static ModuleContract Declare(LoweredModule lowered)
    {
        var isPointwise = Pointwise(lowered.Ops);
        return Keep(lowered.Module, lowered.Ops, method => method.Body is { } body && (body.Statements.Count <= 1
            || body.Statements.All(s => s is CallIr || (s is OpIr op && isPointwise.Contains(op.Op)))));
    }

    /// <summary>The contract of a module whose calls are linked: bodies only where they can be inlined.</summary>
    public static ModuleContract Finish(ModuleIr linked, EquatableArray<OpModel> ops)
    {
        var isPointwise = Pointwise(ops);
        return Keep(linked, ops, method => method.Body is { } body
            && body.Statements.All(s => s is OpIr op && (body.Statements.Count == 1 || isPointwise.Contains(op.Op)))
            && method.Values.All(v => v.Origin != ValueOrigin.Member || v.IsPublic));
    }

    /// <summary>The contract with the ops of its bodies. A body that applies an op that is not found is left out: it is called instead.</summary>
    public static ModuleContract Complete(ModuleIr contract, IEnumerable<OpModel> ops)
    {
        var found = ops.ToEquatableArray();
        return Keep(contract, found, method => OpsOf(method).All(name => found.Any(op => op.Type == name)));
    }

    /// <summary>Metadata names of the ops that a module's bodies apply.</summary>
    public static IEnumerable<string> OpsOf(ModuleIr module) => module.Methods.SelectMany(OpsOf).Distinct();

    private static IEnumerable<string> OpsOf(MethodIr method) => method.Body?.Statements.OfType<OpIr>().Select(op => op.Op) ?? [];

    private static HashSet<string> Pointwise(EquatableArray<OpModel> ops) => [.. ops.Where(op => op.Kind == OpKind.Pointwise).Select(op => op.Type)];

    private static ModuleContract Keep(ModuleIr module, EquatableArray<OpModel> ops, System.Func<MethodIr, bool> keepsBody)
    {
        var kept = module with { Methods = module.Methods.Select(m => !module.IsBroken && keepsBody(m) ? WithoutTexts(m) : WithoutBody(m)).ToEquatableArray(), IsBroken = false };
        var used = OpsOf(kept).ToList();
        return new ModuleContract(kept, ops.Where(op => used.Contains(op.Type)).ToEquatableArray());
    }

    private static MethodIr WithoutBody(MethodIr method) => method with
    {
        Results = method.Results.Select(r => r with { Value = -1 }).ToEquatableArray(),
        Values = EquatableArray<ValueIr>.Empty,
        Body = null,
    };

    private static MethodIr WithoutTexts(MethodIr method) => method with
    {
        Body = method.Body is null ? null : new BlockIr(method.Body.Statements.Select(s => s with { Site = 0, Text = "", Expression = "" }).ToEquatableArray()),
    };
}
