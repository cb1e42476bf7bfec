namespace NnGen.Kernels;

/// <summary>
/// Sums along one dimension of a tensor seen as [outer, n, inner]: for rows inner is 1, for columns outer is 1. They are taken in
/// blocks, and the sums of the blocks in pairs, in an order that the shape alone decides: the error grows with the logarithm of
/// the length.
/// </summary>
internal static unsafe class Reductions
{
    /// <summary>Sums along the middle dimension: <c>y[o, i] = sum_n x[o, n, i]</c>.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="outer">Size of the dimensions before.</param>
    /// <param name="n">Size of the dimension; a sum of nothing is zero.</param>
    /// <param name="inner">Size of the dimensions behind.</param>
    /// <param name="y">The sums, of outer by inner, overwritten or added to; nothing is done where they are unwanted.</param>
    /// <exception cref="ArgumentException">A span does not fit the sizes.</exception>
    public static void Sum(ReadOnlySpan<float> x, int outer, int n, int inner, Gradient y)
    {
        if (!y.IsWanted) return;
        Check(x.Length, (long)outer * n * inner, nameof(x));
        Check(y.Span.Length, (long)outer * inner, nameof(y));
        if (y.Span.IsEmpty) return;
        fixed (float* px = x, py = y.Span)
        {
            SumTarget target = new(py, y.Accumulate);
            if (inner > 1)
            {
                ColumnSumJob job = new() { X = px, Target = target, N = n, Inner = inner, Outer = outer };
                Threads.Run(job.Parts, ref job);
            }
            else
            {
                using Scratch chunks = Scratch.Rent(RowSumJob.ChunksIn(n));
                RowSumJob job = new() { X = px, Target = target, N = n, Rows = outer, Chunks = chunks.Pointer };
                Threads.Run(job.Parts, ref job);
                job.Finish();
            }
        }
    }

    private static void Check(int length, long expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"'{name}' has {length} elements, but the sizes call for {expected}.", name);
    }
}
