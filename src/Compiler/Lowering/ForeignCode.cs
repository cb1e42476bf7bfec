using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;

namespace NnGen.Compiler.Lowering;

/// <summary>What a compiled method cannot call or read, told apart by what people want with it.</summary>
internal static class ForeignCode
{
    private static readonly string[] s_reads = ["Item", "ToArray", "AsSpan", "AsWritableSpan", "AsTensorSpan", "AsWritableTensorSpan", "ToString"];

    private static readonly string[] s_draws = ["Rand", "RandLike", "Randn", "RandnLike", "Randint", "Randperm", "Normal", "Bernoulli", "Multinomial"];

    private static readonly string[] s_selects = ["MaskedSelect", "Nonzero"];

    /// <summary>The rule that a call of a method without source breaks.</summary>
    public static DiagnosticDescriptor RuleOf(IMethodSymbol method, KnownTypes known)
    {
        var type = method.ContainingType;
        if (known.IsTensor(type) || IsNamed(type, "NnGen", "TensorBase"))
        {
            return s_reads.Contains(method.Name) ? RulesSurroundings.ValueRead
                : s_draws.Contains(method.Name) ? RulesSurroundings.NotRepeatable
                : s_selects.Contains(method.Name) ? RulesDifferentiability.RunTimeSize
                : Otherwise(method);
        }

        if (IsNamed(type, "System.Linq", "Enumerable") || IsNamed(type, "System.Linq", "Queryable"))
            return RulesSurroundings.Linq;
        return IsNotRepeatable(type) ? RulesSurroundings.NotRepeatable : known.IsModule(type) ? RuleOfModule(method) : Otherwise(method);
    }

    /// <summary>Whether what a type gives differs from call to call: clocks, random numbers, the machine.</summary>
    public static bool IsNotRepeatable(ITypeSymbol? type)
        => new[] { "Random", "DateTime", "DateTimeOffset", "Guid", "Environment" }.Any(name => IsNamed(type, "System", name)) || IsNamed(type, "System.Diagnostics", "Stopwatch");

    private static DiagnosticDescriptor RuleOfModule(IMethodSymbol method)
        => KnownTypes.IsScalar(method.ReturnType) ? RulesDifferentiability.UnknownScalar : RulesSurroundings.SideEffect;

    private static DiagnosticDescriptor Otherwise(IMethodSymbol method) => method.ReturnsVoid ? RulesSurroundings.SideEffect : RulesDifferentiability.UnknownMethod;

    private static bool IsNamed(ITypeSymbol? type, string space, string name) => type?.Name == name && type.ContainingNamespace?.ToDisplayString() == space;
}
