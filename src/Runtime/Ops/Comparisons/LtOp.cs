using NnGen.Kernels;

namespace NnGen;

/// <summary><c>a &lt; b</c> element by element, with broadcasting.</summary>
[Op("a: #*S; b: #*S -> y: bool[*S]", IsDifferentiable = false)]
public static partial class LtOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<bool> y, Shape aShape, Shape bShape, Shape yShape)
        => Comparison.Run<Less>(a, aShape, b, bShape, y, yShape);
}
