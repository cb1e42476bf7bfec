using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Which methods are compiled, and how calls name them.</summary>
internal static class MethodSignature
{
    // A record may hold one of its own type.
    private const int MaxNesting = 8;

    // What is generated for a method is named by one of these and the method.
    private static readonly string[] s_entries = [KnownTypes.Call, "Predict"];

    /// <summary>
    /// The methods of a class that get a compiled pass: the public overloads of Forward, then further methods from tensors to float
    /// tensors that are public or that another class may override or call.
    /// </summary>
    public static IEnumerable<IMethodSymbol> Compiled(KnownTypes known, INamedTypeSymbol type)
        => type.GetMembers().OfType<IMethodSymbol>().Where(method => IsCompiled(known, method)).OrderBy(method => method.Name == KnownTypes.Forward ? 0 : 1);

    /// <summary>Whether a method gets a compiled pass, or would if it were not abstract.</summary>
    public static bool IsCompiled(KnownTypes known, IMethodSymbol method)
        => method is { MethodKind: MethodKind.Ordinary, IsStatic: false }
            && (IsPublicForward(method) || (IsReached(method) && !IsEntry(method) && IsOverTensors(known, method)));

    /// <summary>Whether a method takes at least one tensor and gives a float tensor, so that it can be part of a compiled graph.</summary>
    public static bool IsOverTensors(KnownTypes known, IMethodSymbol method)
        => !method.IsGenericMethod
            && Key(known, method) is not null
            && method.Parameters.Any(parameter => parameter.RefKind == RefKind.None && InputTypes(known, parameter.Type) is not null)
            && ResultTypes(known, method) is { } results && results.Contains(DType.Float32);

    /// <summary>Whether an instance of the class, as far as its type is known, may run another body than this method's.</summary>
    public static bool IsOverridable(IMethodSymbol method)
        => (method.IsVirtual || method.IsAbstract || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed;

    /// <summary>The class that first declares a method which can be overridden, or which overrides one; null for any other.</summary>
    public static string? SlotOf(IMethodSymbol method)
    {
        if (!method.IsVirtual && !method.IsAbstract && !method.IsOverride)
            return null;
        while (method.OverriddenMethod is { } overridden)
            method = overridden;
        return TypeDeclarations.MetadataName(method.ContainingType.OriginalDefinition);
    }

    /// <summary>Element types of all results: of what is returned, then of <c>out</c> parameters; null where one is no tensor.</summary>
    public static IReadOnlyList<DType>? ResultTypes(KnownTypes known, IMethodSymbol method)
    {
        var parts = method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out).Select(parameter => ResultTypes(known, parameter.Type)).ToList();
        if (!method.ReturnsVoid)
            parts.Insert(0, ResultTypes(known, method.ReturnType));
        return parts.Count == 0 || parts.Contains(null) ? null : parts.SelectMany(part => part!).ToList();
    }

    /// <summary>Element types of a result that is a tensor, or a tuple or record of tensors; null where it is anything else.</summary>
    public static IReadOnlyList<DType>? ResultTypes(KnownTypes known, ITypeSymbol type) => ResultTypes(known, type, MaxNesting);

    private static IReadOnlyList<DType>? ResultTypes(KnownTypes known, ITypeSymbol type, int nesting)
    {
        if (known.ElementType(type) is { } single)
            return [single];
        var types = new List<DType>();
        foreach (var part in TensorGroups.PartsOf(nesting == 0 ? null : type))
        {
            if (ResultTypes(known, part.Type, nesting - 1) is not { } given)
                return null;
            types.AddRange(given);
        }

        return types.Count == 0 ? null : types;
    }

    /// <summary>Of each result in the order of <see cref="ResultTypes(KnownTypes, IMethodSymbol)"/>, whether its type says that it may be null.</summary>
    public static IEnumerable<bool> AreOptional(KnownTypes known, IMethodSymbol method)
    {
        var types = method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out).Select(parameter => parameter.Type);
        return (method.ReturnsVoid ? types : types.Prepend(method.ReturnType)).SelectMany(type => AreOptional(known, type, MaxNesting));
    }

    private static IEnumerable<bool> AreOptional(KnownTypes known, ITypeSymbol type, int nesting)
    {
        if (known.IsTensor(type))
            return [type.NullableAnnotation == NullableAnnotation.Annotated];
        return nesting == 0 ? [] : TensorGroups.PartsOf(type).SelectMany(part => AreOptional(known, part.Type, nesting - 1));
    }

    /// <summary>What a call of a module's method is named by; null where it takes anything but tensors, tuples and records of them and plain values.</summary>
    public static string? Key(KnownTypes known, IMethodSymbol method)
    {
        var inputs = new List<DType>();
        var scalars = new List<string>();
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind == RefKind.Out)
                continue;
            if (parameter.RefKind != RefKind.None)
                return null;
            if (InputTypes(known, parameter.Type) is { } types)
                inputs.AddRange(types);
            else if (IsPlainValue(parameter.Type))
                scalars.Add(TypeDeclarations.FullName(parameter.Type));
            else
                return null;
        }

        return MethodIr.KeyOf(NameOf(known, method), inputs, scalars);
    }

    /// <summary>Element types of a parameter that is a tensor, or a tuple or record of tensors that may be null; null where it is anything else.</summary>
    public static IReadOnlyList<DType>? InputTypes(KnownTypes known, ITypeSymbol type)
        => ResultTypes(known, type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type);

    /// <summary>Whether a plan can be bound for values of the type: numbers, flags, enums and sizes, which may be null; no text.</summary>
    public static bool IsPlainValue(ITypeSymbol type) => KnownTypes.IsScalar(type) && type.IsValueType;

    /// <summary>Inside a compiled method the entry of a method means the method: <c>Call</c> is <c>Forward</c>, <c>CallEncode</c> is <c>Encode</c>.</summary>
    private static string NameOf(KnownTypes known, IMethodSymbol method)
    {
        if (method.Name == KnownTypes.Call)
            return KnownTypes.Forward;
        var rest = method.Name.StartsWith(KnownTypes.Call, StringComparison.Ordinal) ? method.Name.Substring(KnownTypes.Call.Length) : "";
        return rest.Length > 0 && method.ContainingType.GetMembers(rest).OfType<IMethodSymbol>().Any(named => IsCompiled(known, named)) ? rest : method.Name;
    }

    private static bool IsPublicForward(IMethodSymbol method)
        => method is { Name: KnownTypes.Forward, DeclaredAccessibility: Accessibility.Public };

    /// <summary>Whether other classes call the method or replace it: then it cannot be part of its callers alone.</summary>
    private static bool IsReached(IMethodSymbol method)
        => method.DeclaredAccessibility == Accessibility.Public
            || method.IsVirtual || method.IsAbstract || method.IsOverride
            || (method.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && !method.ContainingType.IsSealed);

    /// <summary>Whether a method is generated, or stands for one that will be.</summary>
    private static bool IsEntry(IMethodSymbol method)
        => s_entries.Any(entry => method.Name.StartsWith(entry, StringComparison.Ordinal)
            && (method.Name == entry || method.ContainingType.GetMembers(method.Name.Substring(entry.Length)).OfType<IMethodSymbol>().Any()));
}
