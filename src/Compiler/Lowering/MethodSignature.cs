using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Which methods are compiled, and how calls name them.</summary>
internal static class MethodSignature
{
    // What is generated for a method is named by one of these and the method.
    private static readonly string[] s_entries = [KnownTypes.Call, "Predict"];

    /// <summary>The methods of a class that get a compiled pass: the public overloads of Forward, then public methods from tensors to float tensors.</summary>
    public static IEnumerable<IMethodSymbol> Compiled(KnownTypes known, INamedTypeSymbol type)
        => type.GetMembers().OfType<IMethodSymbol>().Where(method => IsCompiled(known, method)).OrderBy(method => method.Name == KnownTypes.Forward ? 0 : 1);

    /// <summary>Whether a method gets a compiled pass.</summary>
    public static bool IsCompiled(KnownTypes known, IMethodSymbol method)
        => method is { MethodKind: MethodKind.Ordinary, IsStatic: false, IsAbstract: false, DeclaredAccessibility: Accessibility.Public }
            && (method.Name == KnownTypes.Forward
                || (!method.IsGenericMethod && method.Parameters.Length > 0 && method.Parameters.All(p => known.ElementType(p.Type) is not null) && IsResult(known, method.ReturnType) && !IsEntry(method)));

    /// <summary>Whether a type is the float tensor or a tuple of it.</summary>
    private static bool IsResult(KnownTypes known, ITypeSymbol type)
        => type is INamedTypeSymbol { IsTupleType: true } tuple
            ? tuple.TupleElements.All(element => known.ElementType(element.Type) == DType.Float32)
            : known.ElementType(type) == DType.Float32;

    /// <summary>Whether a method is generated, or stands for one that will be.</summary>
    private static bool IsEntry(IMethodSymbol method)
        => s_entries.Any(entry => method.Name.StartsWith(entry, StringComparison.Ordinal)
            && (method.Name == entry || method.ContainingType.GetMembers(method.Name.Substring(entry.Length)).OfType<IMethodSymbol>().Any()));

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

    /// <summary>What a call of a module's method is named by; null where it takes anything but tensors and tuples of them.</summary>
    public static string? Key(KnownTypes known, IMethodSymbol method)
    {
        var types = method.Parameters.Select(p => InputTypes(known, p.Type)).ToList();
        return types.Contains(null)
            ? null
            : MethodIr.KeyOf(method.Name == KnownTypes.Call ? KnownTypes.Forward : method.Name, types.SelectMany(t => t!));
    }

    /// <summary>Element types of a parameter that is a tensor, or a tuple of tensors that may be null; null where it is anything else.</summary>
    public static IReadOnlyList<DType>? InputTypes(KnownTypes known, ITypeSymbol type)
        => ResultTypes(known, type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type);
}
