using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Static methods over tensors marked <c>[Differentiable]</c>: the ops and checks that one runs, on each way through its conditions, as text
/// that its assembly carries, so that modules of other projects take them over.
/// </summary>
internal static class Composites
{
    private const string Attribute = "NnGen.DifferentiableContractAttribute";

    private static readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, EquatableArray<MethodIr>?>> s_assemblies = new();

    /// <summary>A method lowered: its problems, and its text where each way through it is a sequence of ops and checks.</summary>
    public static (LoweringContext Context, string? Text) Lower(IMethodSymbol method, Compilation compilation, KnownTypes known, CancellationToken cancellation)
    {
        var context = new LoweringContext(method.ContainingType, compilation, known, cancellation);
        var members = new MemberLowering(context);

        // What is wrong with members of the class is said of the class.
        context.ResetProblems([]);
        var lowered = method.IsStatic ? MethodLowering.Lower(method, context, members) : [];
        if (context.IsBroken || lowered.Count == 0 || lowered.Any(way => way.Values.Any(value => value.Origin == ValueOrigin.Member))
            || !Statements(lowered).All(statement => statement is OpIr or CheckIr))
            return (context, null);
        var module = new ModuleIr(TypeDeclarations.Of(method.ContainingType), null, default, default, default, lowered.ToEquatableArray(), IsBroken: false);
        return (context, IrCodec.Write(module));
    }

    /// <summary>The name under which an assembly carries a method.</summary>
    public static string? Key(IMethodSymbol method) => method.OriginalDefinition.GetDocumentationCommentId();

    /// <summary>A method of another assembly, followed by its variants where it has any; null where the assembly carries none that can be read.</summary>
    public static EquatableArray<MethodIr>? Read(IMethodSymbol method, Func<string, OpModel?> find)
        => Key(method) is { } key && method.ContainingAssembly is { } assembly
            ? s_assemblies.GetOrCreateValue(assembly).GetOrAdd(key, _ => ReadAttribute(assembly, key)) is { } found
                && Statements(found).OfType<OpIr>().All(op => find(op.Op) is not null) ? found : null
            : null;

    private static IEnumerable<StatementIr> Statements(IEnumerable<MethodIr> methods) => methods.SelectMany(method => method.Body?.Statements ?? default);

    private static EquatableArray<MethodIr>? ReadAttribute(IAssemblySymbol assembly, string key)
    {
        foreach (var attribute in assembly.GetAttributes().Where(a => a.AttributeClass?.ToDisplayString() == Attribute))
        {
            if (attribute.ConstructorArguments is { Length: 3 } arguments && Equals(arguments[0].Value, key)
                && arguments[1].Value is int version && arguments[2].Value is string text)
                return IrCodec.Read(version, text)?.Methods;
        }

        return null;
    }
}
