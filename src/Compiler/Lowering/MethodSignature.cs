using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Which methods are compiled, and how calls name them.</summary>
internal static class MethodSignature
{
    /// <summary>The methods of a class that get a compiled pass: the public overloads of Forward.</summary>
    public static IEnumerable<IMethodSymbol> Compiled(INamedTypeSymbol type)
        => type.GetMembers(KnownTypes.Forward).OfType<IMethodSymbol>().Where(m => m is
        {
            MethodKind: MethodKind.Ordinary,
            IsStatic: false,
            IsAbstract: false,
            DeclaredAccessibility: Accessibility.Public,
        });

    /// <summary>Element types of a result that is a tensor or a tuple of tensors; null where it is anything else.</summary>
    public static IReadOnlyList<DType>? ResultTypes(KnownTypes known, ITypeSymbol type)
    {
        if (known.ElementType(type) is { } single)
            return [single];
        if (type is not INamedTypeSymbol { IsTupleType: true } tuple)
            return null;
        var types = tuple.TupleElements.Select(e => ResultTypes(known, e.Type)).ToList();
        return types.Contains(null) ? null : types.SelectMany(t => t!).ToList();
    }

    /// <summary>What a call of a module's method is named by; null where it takes anything but tensors.</summary>
    public static string? Key(KnownTypes known, IMethodSymbol method)
    {
        var types = method.Parameters.Select(p => known.ElementType(p.Type)).ToList();
        return types.Contains(null)
            ? null
            : MethodIr.KeyOf(method.Name == KnownTypes.Call ? KnownTypes.Forward : method.Name, types.Select(t => t!.Value));
    }
}
