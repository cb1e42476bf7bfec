using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// The matrix product as <c>torch.matmul</c> has it: of vectors, of matrices, of a matrix and a vector, and of batches of them,
/// whose dims broadcast.
/// </summary>
[Op("a: K; b: K -> y: () | a: K; b: *S, K, N -> y: *S, N | a: *S, M, K; b: K -> y: *S, M | a: #*S, M, K; b: #*S, K, N -> y: *S, M, N", MultiplyAdds = "y*K")]
public static partial class MatMulOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y, Shape aShape, Shape bShape)
    {
        var layout = new MatMulLayout(aShape, bShape, stackalloc int[MatMulLayout.BufferLength(aShape, bShape)]);
        var (m, n, k) = (layout.M, layout.N, layout.K);
        if (!layout.IsBroadcastA && !layout.IsBroadcastB)
        {
            Gemm.RunBatched(layout.Batches, false, false, m, n, k, 1, a, k, m * k, b, n, k * n, 0, y, n, m * n);
            return;
        }

        for (var i = 0; i < layout.Batches; i++)
        {
            var (atA, atB) = layout.Offsets(i);
            Gemm.Run(false, false, m, n, k, 1, a[atA..], k, b[atB..], n, 0, y[(i * m * n)..], n);
        }
    }

    /// <summary>Computes the gradients of <c>a</c> and <c>b</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Gradient da, Gradient db, Shape aShape, Shape bShape)
    {
        var layout = new MatMulLayout(aShape, bShape, stackalloc int[MatMulLayout.BufferLength(aShape, bShape)]);
        if (da.IsWanted)
            BackwardA(layout, b, dy, layout.IsBroadcastA ? Cleared(da) : da);
        if (db.IsWanted)
            BackwardB(layout, a, dy, layout.IsBroadcastB ? Cleared(db) : db);
    }

    private static void BackwardA(MatMulLayout layout, ReadOnlySpan<float> b, ReadOnlySpan<float> dy, Gradient da)
    {
        var (m, n, k) = (layout.M, layout.N, layout.K);
        var beta = da.Accumulate ? 1 : 0;
        if (!layout.IsBroadcastA && !layout.IsBroadcastB)
        {
            Gemm.RunBatched(layout.Batches, false, true, m, k, n, 1, dy, n, m * n, b, n, k * n, beta, da.Span, k, m * k);
            return;
        }

        for (var i = 0; i < layout.Batches; i++)
        {
            var (atA, atB) = layout.Offsets(i);
            Gemm.Run(false, true, m, k, n, 1, dy[(i * m * n)..], n, b[atB..], n, beta, da.Span[atA..], k);
        }
    }

    private static void BackwardB(MatMulLayout layout, ReadOnlySpan<float> a, ReadOnlySpan<float> dy, Gradient db)
    {
        var (m, n, k) = (layout.M, layout.N, layout.K);
        var beta = db.Accumulate ? 1 : 0;
        if (!layout.IsBroadcastA && !layout.IsBroadcastB)
        {
            Gemm.RunBatched(layout.Batches, true, false, k, n, m, 1, a, k, m * k, dy, n, m * n, beta, db.Span, n, k * n);
            return;
        }

        for (var i = 0; i < layout.Batches; i++)
        {
            var (atA, atB) = layout.Offsets(i);
            Gemm.Run(true, false, k, n, m, 1, a[atA..], k, dy[(i * m * n)..], n, beta, db.Span[atB..], n);
        }
    }

    /// <summary>The gradient of an operand that takes part in several products, each of which adds to it.</summary>
    private static Gradient Cleared(Gradient gradient)
    {
        if (!gradient.Accumulate)
            gradient.Span.Clear();
        return gradient.Next;
    }
}
