using NnGen.Kernels;

namespace NnGen;

/// <summary>The product of each element of a vector with each of another one.</summary>
[Op("a: M; b: N -> y: M, N", MultiplyAdds = "y")]
public static partial class OuterOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, int m, int n)
        => Gemm.Run(false, false, m, n, 1, 1, a, 1, b, n, 0, y, n);

    /// <summary>Computes the gradients of both vectors.</summary>
    public static void Backward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Gradient da, Gradient db, int m, int n)
    {
        if (da.IsWanted)
            Gemm.Run(false, false, m, 1, n, 1, dy, n, b, 1, da.Accumulate ? 1 : 0, da.Span, 1);
        if (db.IsWanted)
            Gemm.Run(true, false, n, 1, m, 1, dy, n, a, 1, db.Accumulate ? 1 : 0, db.Span, 1);
    }
}
