using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>The declaration of an op's generated <c>Apply</c>: inputs in the contract's order, then hyperparameters.</summary>
internal static class OpSignature
{
    private const string Tensor = "global::NnGen.Tensor";

    /// <summary>The tensor class of an element type.</summary>
    /// <param name="type">The element type.</param>
    /// <param name="any">What stands for any type.</param>
    public static string TensorOf(DType type, DType any = DType.Float32) => (type == DType.Any ? any : type) switch
    {
        DType.Float32 => Tensor,
        var element => $"{Tensor}<{OpTypes.Element(element)}>",
    };

    /// <summary>C# type of an input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="any">What stands for any type.</param>
    public static string TypeOf(OpInput input, DType any = DType.Float32) => input switch
    {
        { IsVariadic: true } => $"global::System.ReadOnlySpan<{TensorOf(input.Type, any)}>",
        { IsOptional: true } => TensorOf(input.Type, any) + "?",
        _ => TensorOf(input.Type, any),
    };

    /// <summary>The outputs that are handed out.</summary>
    public static IEnumerable<OpOutput> Results(OpModel op) => op.Outputs.Where(o => !o.IsSaved);

    /// <summary><c>public static Tensor Apply(Tensor x, float p = 0.5f)</c>, without a semicolon.</summary>
    public static string Apply(OpModel op)
        => $"public static {(op.DeclaresApply ? "partial " : "")}{ResultType(op, DType.Float32)} Apply({string.Join(", ", Parameters(op, DType.Float32))})";

    /// <summary>The twin of a generic op for tensors that do not hold floats: <c>public static Tensor&lt;T&gt; Apply&lt;T&gt;(Tensor&lt;T&gt; x)</c>.</summary>
    public static string ApplyAny(OpModel op)
        => $"public static {ResultType(op, DType.Any)} Apply<T>({string.Join(", ", Parameters(op, DType.Any))}) where T : unmanaged";

    private static string ResultType(OpModel op, DType any)
    {
        var results = Results(op).ToArray();
        return results.Length == 1
            ? TensorOf(results[0].Type, any)
            : "(" + string.Join(", ", results.Select(r => $"{TensorOf(r.Type, any)} {Pascal(r.Name)}")) + ")";
    }

    /// <summary>A parameter has a default where all that follow it have one; a declared Apply has stated them already.</summary>
    private static IEnumerable<string> Parameters(OpModel op, DType any)
    {
        var parameters = op.Inputs.Select(i => (Declaration: $"{TypeOf(i, any)} {i.Name}", Default: i.IsOptional ? "null" : null))
            .Concat(op.Hypers.Select(h => (Declaration: $"{h.Type} {h.Name}", Default: h.Default?.Text)))
            .ToArray();
        for (var i = 0; i < parameters.Length; i++)
        {
            var hasDefault = (!op.DeclaresApply || any == DType.Any) && parameters.Skip(i).All(p => p.Default is not null);
            yield return parameters[i].Declaration + (hasDefault ? " = " + parameters[i].Default : "");
        }
    }

    /// <summary>The name with an upper-case letter in front.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
