using NnGen.Kernels;

namespace NnGen;

/// <summary><c>a == b</c> element by element, with broadcasting.</summary>
[Op("a: #*S; b: #*S -> y: bool[*S]", IsDifferentiable = false)]
public static partial class EqOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<bool> y, Shape aShape, Shape bShape, Shape yShape)
        => Comparison.Run<Equal>(a, aShape, b, bShape, y, yShape);
}
