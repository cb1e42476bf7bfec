namespace NnGen.Kernels;

/// <summary>How <c>torch.matmul</c> sees its operands: the matrices, and the batch that both are broadcast to.</summary>
internal readonly ref struct MatMulLayout
{
    private readonly ReadOnlySpan<int> _batch;
    private readonly ReadOnlySpan<int> _a;
    private readonly ReadOnlySpan<int> _b;

    /// <param name="a">Shape of the first operand; a vector is one row.</param>
    /// <param name="b">Shape of the second operand; a vector is one column.</param>
    /// <param name="buffer">Room for <see cref="BufferLength"/> numbers.</param>
    public MatMulLayout(Shape a, Shape b, Span<int> buffer)
    {
        M = a.Rank > 1 ? a[^2] : 1;
        K = a[^1];
        N = b.Rank > 1 ? b[^1] : 1;
        var batchA = a.Dims[..Math.Max(0, a.Rank - 2)];
        var batchB = b.Dims[..Math.Max(0, b.Rank - 2)];

        // Rows of all matrices of a batch are rows of one matrix where they meet the same second operand.
        if (Count(batchB) == 1)
        {
            M *= Count(batchA);
            batchA = default;
            batchB = default;
        }

        var rank = Math.Max(batchA.Length, batchB.Length);
        var batch = buffer[..rank];
        var stridesA = buffer.Slice(rank, rank);
        var stridesB = buffer.Slice(2 * rank, rank);
        var (strideA, strideB) = (M * K, K * N);
        Batches = 1;
        for (var d = 1; d <= rank; d++)
        {
            var (sizeA, sizeB) = (d <= batchA.Length ? batchA[^d] : 1, d <= batchB.Length ? batchB[^d] : 1);
            batch[^d] = sizeA == 1 ? sizeB : sizeA;
            stridesA[^d] = sizeA == 1 ? 0 : strideA;
            stridesB[^d] = sizeB == 1 ? 0 : strideB;
            strideA *= sizeA;
            strideB *= sizeB;
            Batches *= batch[^d];
        }

        _batch = batch;
        _a = stridesA;
        _b = stridesB;
        IsBroadcastA = strideA != M * K * Batches;
        IsBroadcastB = strideB != K * N * Batches;
    }

    public int M { get; }

    public int N { get; }

    public int K { get; }

    /// <summary>How many products there are.</summary>
    public int Batches { get; }

    /// <summary>Whether a matrix of the first operand takes part in several products.</summary>
    public bool IsBroadcastA { get; }

    /// <summary>Whether a matrix of the second operand takes part in several products.</summary>
    public bool IsBroadcastB { get; }

    /// <summary>Room needed for the shapes.</summary>
    public static int BufferLength(Shape a, Shape b) => 3 * Math.Max(a.Rank, b.Rank);

    /// <summary>Where the operands of one product begin.</summary>
    public (int A, int B) Offsets(int batch)
    {
        var (a, b) = (0, 0);
        for (var d = _batch.Length - 1; d >= 0; d--)
        {
            var index = batch % _batch[d];
            batch /= _batch[d];
            a += index * _a[d];
            b += index * _b[d];
        }

        return (a, b);
    }

    private static int Count(ReadOnlySpan<int> sizes)
    {
        var count = 1;
        foreach (var size in sizes)
            count *= size;
        return count;
    }
}
