using NnGen.Compiler.Shapes;
using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen;

/// <summary>Counts the products that an op adds up for the shapes it was bound to.</summary>
internal static class OpProducts
{
    /// <returns>0 where the op's declaration counts none.</returns>
    public static long Count(OpContract op, BoundOp bound, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers)
    {
        if (op.Products is null)
            return 0;
        var contract = op.Contract;
        var products = ProductCount.Parse(op.Products, contract);
        var values = new Dictionary<string, ScalarValue>(StringComparer.Ordinal);
        for (var i = 0; i < hypers.Length; i++)
            values[contract.Hypers[i]] = hypers[i];
        if (products.Einsum is { } einsum)
        {
            var equation = new string([.. values[einsum.Equation].ToHyper().Items!.Select(letter => (char)letter)]);
            return new EinsumLabels(equation, [.. inputs.ToArray().Select(shape => shape!.Value)]).Products;
        }

        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var i = 0; i < contract.Inputs.Count && i < inputs.Length; i++)
            counts[contract.Inputs[i].Name] = inputs[i]?.Count ?? 0;
        for (var i = 0; i < contract.Outputs.Count; i++)
            counts[contract.Outputs[i].Name] = bound[i].Count;
        return products.Evaluate(name => counts.TryGetValue(name, out var count) ? count
            : values.TryGetValue(name, out var value) ? value.ToHyper().Number
            : bound.Dim(name));
    }
}
