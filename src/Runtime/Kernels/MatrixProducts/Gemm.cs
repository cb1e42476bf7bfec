namespace NnGen.Kernels;

/// <summary>
/// Matrix products of row-major matrices. A result element is one chain of multiply-adds over k wherever it lies, so it has the
/// same bits for any number of threads. Operands are never read beyond their last element.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Products with at most this many rows and a transposed second operand are dot products of rows.</summary>
    private const int MaxDotRows = 4;

    /// <summary><c>c = epilogue(alpha op(a)·op(b) + beta c)</c> with op(a) of m by k, op(b) of k by n and c of m by n.</summary>
    /// <param name="transA">Whether a is stored as k by m.</param>
    /// <param name="transB">Whether b is stored as n by k.</param>
    /// <param name="m">Rows of the result.</param>
    /// <param name="n">Columns of the result.</param>
    /// <param name="k">Length of the sums; 0 gives zeros before the epilogue.</param>
    /// <param name="alpha">Factor of the product.</param>
    /// <param name="a">First operand.</param>
    /// <param name="lda">Distance between its rows as stored.</param>
    /// <param name="b">Second operand.</param>
    /// <param name="ldb">Distance between its rows as stored.</param>
    /// <param name="beta">Factor of what the result held; 0 does not read it.</param>
    /// <param name="c">The result, apart from the operands.</param>
    /// <param name="ldc">Distance between its rows.</param>
    /// <param name="epilogue">What is applied to the result in registers.</param>
    /// <param name="packedB">The second operand packed before, where it is transposed; null: it is packed here if need be.</param>
    /// <exception cref="ArgumentException">A span is too short for its matrix.</exception>
    public static void Run(
        bool transA,
        bool transB,
        int m,
        int n,
        int k,
        float alpha,
        ReadOnlySpan<float> a,
        int lda,
        ReadOnlySpan<float> b,
        int ldb,
        float beta,
        Span<float> c,
        int ldc,
        Epilogue epilogue = default,
        PackedOperand? packedB = null)
        => RunBatched(1, transA, transB, m, n, k, alpha, a, lda, 0, b, ldb, 0, beta, c, ldc, 0, epilogue, packedB);

    /// <summary>The same for several products whose matrices lie at fixed distances, 0 for an operand that all share.</summary>
    /// <exception cref="ArgumentException">A span is too short for its matrices.</exception>
    public static void RunBatched(
        int batch,
        bool transA,
        bool transB,
        int m,
        int n,
        int k,
        float alpha,
        ReadOnlySpan<float> a,
        int lda,
        int strideA,
        ReadOnlySpan<float> b,
        int ldb,
        int strideB,
        float beta,
        Span<float> c,
        int ldc,
        int strideC,
        Epilogue epilogue = default,
        PackedOperand? packedB = null)
    {
        if (batch == 0 || m == 0 || n == 0) return;
        Check(a.Length, batch, strideA, transA ? k : m, transA ? m : k, lda, nameof(a));
        Check(b.Length, batch, strideB, transB ? n : k, transB ? k : n, ldb, nameof(b));
        Check(c.Length, batch, strideC, m, n, ldc, nameof(c));
        if (!epilogue.Bias.IsEmpty) Check(epilogue.Bias.Length, 1, 0, 1, n, n, "bias");
        if (!epilogue.ReluResult.IsEmpty) Check(epilogue.ReluResult.Length, batch, strideC, m, n, ldc, "reluResult");
        fixed (float* pa = a, pb = b, pc = c, bias = epilogue.Bias, reluResult = epilogue.ReluResult)
        {
            Product product = new()
            {
                M = m,
                N = n,
                K = k,
                A = pa,
                RowStepA = transA ? 1 : lda,
                KStepA = transA ? lda : 1,
                B = pb,
                RowStepB = ldb,
                TransB = transB,
                PackedB = packedB is null ? null : packedB.Pointer,
                C = pc,
                RowStepC = ldc,
                Alpha = alpha,
                Beta = beta,
                Bias = bias,
                ReluResult = reluResult,
                Relu = epilogue.Relu,
            };
            if (batch == 1)
            {
                Multiply(ref product);
                GC.KeepAlive(packedB);
                return;
            }

            BatchJob job = new() { Product = product, StrideA = strideA, StrideB = strideB, StrideC = strideC, Count = batch };
            Threads.Run(job.Parts, ref job);
        }
    }

    /// <summary>Computes one product by the algorithm that its shape calls for.</summary>
    public static void Multiply(ref Product product)
    {
        if (product.TransB && product.M <= MaxDotRows && product.KStepA == 1)
        {
            DotJob.Multiply(product);
            return;
        }

        if (OuterJob.Fits(product))
        {
            OuterJob outer = new() { Product = product };
            Threads.Run(outer.Parts, ref outer);
            return;
        }

        BlockedProduct.Multiply(ref product);
    }

    private static void Check(int length, int batch, int stride, int rows, int columns, int rowStep, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        if (rows == 0 || columns == 0) return;
        long needed = (batch - 1L) * stride + (rows - 1L) * rowStep + columns;
        if (rowStep < columns || stride < 0 || length < needed)
        {
            throw new ArgumentException(
                $"'{name}' has {length} elements, but {batch} x {rows} x {columns} with rows {rowStep} apart take {needed}.", name);
        }
    }
}
