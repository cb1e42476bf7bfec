using NnGen.Kernels;

namespace NnGen;

/// <summary><c>beta · x + alpha · a · b</c> with matrices, or batches of them.</summary>
[Op("x: #*S, #M, #N; a: *S, M, K; b: *S, K, N -> y: *S, M, N | x: #N; a: *S, M, K; b: *S, K, N -> y: *S, M, N | x: (); a: *S, M, K; b: *S, K, N -> y: *S, M, N", MultiplyAdds = "y*K")]
public static partial class AddmmOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="x">What is added, with broadcasting.</param>
    /// <param name="a">The left matrices.</param>
    /// <param name="b">The right matrices.</param>
    /// <param name="y">The result.</param>
    /// <param name="s">How many products.</param>
    /// <param name="m">Rows.</param>
    /// <param name="n">Columns.</param>
    /// <param name="k">Length of the sums.</param>
    /// <param name="xShape">Shape of what is added.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="beta">Factor of what is added. Default: 1.</param>
    /// <param name="alpha">Factor of the product. Default: 1.</param>
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, int s, int m, int n, int k, Shape xShape, Shape yShape, double beta = 1, double alpha = 1)
    {
        Span<int> strides = stackalloc int[yShape.Rank];
        DimSums.BroadcastStrides(xShape, yShape, strides);
        StridedCopy.Gather(x, yShape, strides, y);
        Gemm.RunBatched(s, false, false, m, n, k, (float)alpha, a, k, m * k, b, n, k * n, (float)beta, y, n, m * n);
    }

    /// <summary>Computes the gradients of all three.</summary>
    public static void Backward(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Gradient dx, Gradient da, Gradient db, int s, int m, int n, int k, Shape xShape, Shape yShape, double beta, double alpha)
    {
        if (dx.IsWanted)
        {
            Span<int> strides = stackalloc int[yShape.Rank];
            DimSums.BroadcastStrides(xShape, yShape, strides);
            DimSums.Sum(dy, yShape, strides, dx.Span, dx.Accumulate, count: 1 / beta);
        }

        if (da.IsWanted)
            Gemm.RunBatched(s, false, true, m, k, n, (float)alpha, dy, n, m * n, b, n, k * n, da.Accumulate ? 1 : 0, da.Span, k, m * k);
        if (db.IsWanted)
            Gemm.RunBatched(s, true, false, k, n, m, (float)alpha, a, k, m * k, dy, n, m * n, db.Accumulate ? 1 : 0, db.Span, n, k * n);
    }
}
