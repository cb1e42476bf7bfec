using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>The declaration of an op's generated <c>Apply</c>: inputs in the contract's order, then hyperparameters.</summary>
internal static class OpSignature
{
    private const string Tensor = "global::NnGen.Tensor";

    /// <summary>The tensor class of an element type.</summary>
    public static string TensorOf(DType type) => type == DType.Float32 ? Tensor : $"{Tensor}<{OpTypes.Element(type)}>";

    /// <summary>C# type of an input.</summary>
    public static string TypeOf(OpInput input) => input switch
    {
        { IsVariadic: true } => $"global::System.ReadOnlySpan<{TensorOf(input.Type)}>",
        { IsOptional: true } => TensorOf(input.Type) + "?",
        _ => TensorOf(input.Type),
    };

    /// <summary>The outputs that are handed out.</summary>
    public static IEnumerable<OpOutput> Results(OpModel op) => op.Outputs.Where(o => !o.IsSaved);

    /// <summary><c>public static Tensor Apply(Tensor x, float p = 0.5f)</c>, without a semicolon.</summary>
    public static string Apply(OpModel op)
        => $"public static {(op.DeclaresApply ? "partial " : "")}{ResultType(op)} Apply({string.Join(", ", Parameters(op))})";

    private static string ResultType(OpModel op)
    {
        var results = Results(op).ToArray();
        return results.Length == 1
            ? TensorOf(results[0].Type)
            : "(" + string.Join(", ", results.Select(r => $"{TensorOf(r.Type)} {Pascal(r.Name)}")) + ")";
    }

    /// <summary>A parameter has a default where all that follow it have one; a declared Apply has stated them already.</summary>
    private static IEnumerable<string> Parameters(OpModel op)
    {
        var parameters = op.Inputs.Select(i => (Declaration: $"{TypeOf(i)} {i.Name}", Default: i.IsOptional ? "null" : null))
            .Concat(op.Hypers.Select(h => (Declaration: $"{h.Type} {h.Name}", Default: h.Default?.Text)))
            .ToArray();
        for (var i = 0; i < parameters.Length; i++)
        {
            var hasDefault = !op.DeclaresApply && parameters.Skip(i).All(p => p.Default is not null);
            yield return parameters[i].Declaration + (hasDefault ? " = " + parameters[i].Default : "");
        }
    }

    /// <summary>The name with an upper-case letter in front.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
