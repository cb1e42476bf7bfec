using NnGen.Kernels;

namespace NnGen;

/// <summary><c>x &lt;= scalar</c> element by element.</summary>
[Op("x: any[*S] -> y: bool[*S]", IsDifferentiable = false)]
public static partial class LeScalarOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<bool> y, Number scalar)
        where T : unmanaged
        => Comparison.Run<LessOrEqual, T>(x, scalar, y);
}
