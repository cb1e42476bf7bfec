using NnGen.Kernels;

namespace NnGen;

/// <summary><c>x != scalar</c> element by element.</summary>
[Op("x: *S -> y: bool[*S]", IsDifferentiable = false)]
public static partial class NeScalarOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<bool> y, double scalar)
        => Comparison.Run<NotEqual>(x, (float)scalar, y);
}
