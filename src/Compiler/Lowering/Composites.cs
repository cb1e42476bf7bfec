using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Static methods over tensors marked <c>[Differentiable]</c>: the ops that one applies, as text that its assembly carries, so that modules
/// of other projects take them over.
/// </summary>
internal static class Composites
{
    private const string Attribute = "NnGen.DifferentiableContractAttribute";

    private static readonly ConditionalWeakTable<IAssemblySymbol, ConcurrentDictionary<string, MethodIr?>> s_assemblies = new();

    /// <summary>A method lowered: its problems, and its text where it is a sequence of ops.</summary>
    public static (LoweringContext Context, string? Text) Lower(IMethodSymbol method, Compilation compilation, KnownTypes known, CancellationToken cancellation)
    {
        var context = new LoweringContext(method.ContainingType, compilation, known, cancellation);
        var lowered = method.IsStatic ? MethodLowering.Lower(method, context, new MemberLowering(context)) : [];
        if (context.IsBroken || lowered.Count != 1 || lowered[0].Body is not { } body || !body.Statements.All(statement => statement is OpIr)
            || lowered[0].Values.Any(value => value.Origin == ValueOrigin.Member))
            return (context, null);
        var module = new ModuleIr(TypeDeclarations.Of(method.ContainingType), null, default, default, default, EquatableArray.Create(lowered[0]), IsBroken: false);
        return (context, IrCodec.Write(module));
    }

    /// <summary>The name under which an assembly carries a method.</summary>
    public static string? Key(IMethodSymbol method) => method.OriginalDefinition.GetDocumentationCommentId();

    /// <summary>The ops of a method of another assembly; null where it carries none that can be read.</summary>
    public static MethodIr? Read(IMethodSymbol method, Func<string, OpModel?> find)
        => Key(method) is { } key && method.ContainingAssembly is { } assembly
            ? s_assemblies.GetOrCreateValue(assembly).GetOrAdd(key, _ => ReadAttribute(assembly, key)) is { } found
                && found.Body!.Statements.Cast<OpIr>().All(op => find(op.Op) is not null) ? found : null
            : null;

    private static MethodIr? ReadAttribute(IAssemblySymbol assembly, string key)
    {
        foreach (var attribute in assembly.GetAttributes().Where(a => a.AttributeClass?.ToDisplayString() == Attribute))
        {
            if (attribute.ConstructorArguments is { Length: 3 } arguments && Equals(arguments[0].Value, key)
                && arguments[1].Value is int version && arguments[2].Value is string text)
                return IrCodec.Read(version, text)?.Methods[0];
        }

        return null;
    }
}
