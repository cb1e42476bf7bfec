using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Attention, each product of queries and keys by itself: scores of some queries, their softmax, the sums of values.</summary>
internal unsafe struct AttentionForwardJob : IJob
{
    public AttentionSizes Sizes;
    public AttentionOptions Options;
    public AttentionMask Mask;
    public float* Query;
    public float* Key;
    public float* Value;
    public float* Y;

    /// <summary>The logarithm of each row's sum of exponentials.</summary>
    public float* LogSum;

    public readonly int Parts => Math.Clamp(Sizes.Batch, 1, Threads.MaxCount);

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Split batches = new(Sizes.Batch, Parts);
        using var scratch = Scratch.Rent(Math.Max(1, Sizes.BlockLength));
        for (var batch = batches.Start(part); batch < batches.Start(part + 1); batch++)
        {
            for (var block = 0; block < Sizes.Blocks; block++)
                Block<V>(batch, block, scratch.Pointer);
        }
    }

    private readonly void Block<V>(int batch, int block, float* scores)
        where V : struct, IVector<V>
    {
        var (rows, keys, first) = (Sizes.RowsOf(block), Sizes.KeysOf(block, Options.IsCausal), Sizes.FirstRow(block));
        var start = ((long)batch * Sizes.Queries) + first;
        var weights = new Span<float>(scores, rows * keys);
        AttentionScores.Compute(Sizes, Options, Mask, Query, Key, batch, block, weights);
        for (var row = 0; row < rows; row++)
            LogSum[start + row] = Softmax<V>(scores + ((long)row * keys), keys);
        Options.Drop(Sizes, batch, block, weights);
        var values = new ReadOnlySpan<float>(Value + ((long)batch * Sizes.Keys * Sizes.ValueFeatures), keys * Sizes.ValueFeatures);
        var y = new Span<float>(Y + (start * Sizes.ValueFeatures), rows * Sizes.ValueFeatures);
        Gemm.Run(false, false, rows, Sizes.ValueFeatures, keys, 1, weights, keys, values, Sizes.ValueFeatures, 0, y, Sizes.ValueFeatures);
    }

    /// <summary>The softmax of a row in place; zeros where it sees no key, as in PyTorch 2.</summary>
    /// <returns>The logarithm of the sum of exponentials; infinity where it sees no key, so that weights computed from it are 0.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Softmax<V>(float* x, int length)
        where V : struct, IVector<V>
    {
        var least = V.Create(float.NegativeInfinity);
        var largest = least;
        for (var i = 0; i < length; i += V.Count)
        {
            var mask = V.FirstLanes(length - i);
            largest = V.Max(largest, V.Select(mask, V.Load(x + i, mask), least));
        }

        var max = V.MaxAcross(largest);
        if (float.IsNegativeInfinity(max))
        {
            new Span<float>(x, length).Clear();
            return float.PositiveInfinity;
        }

        var shift = V.Create(max);
        var sums = V.Zero;
        for (var i = 0; i < length; i += V.Count)
        {
            var mask = V.FirstLanes(length - i);
            var e = V.And(V.Exp(V.Load(x + i, mask) - shift), mask);
            V.Store(x + i, mask, e);
            sums += e;
        }

        var sum = V.Sum(sums);
        var factor = V.Create(1 / sum);
        for (var i = 0; i < length; i += V.Count)
        {
            var mask = V.FirstLanes(length - i);
            V.Store(x + i, mask, V.Load(x + i, mask) * factor);
        }

        return max + MathF.Log(sum);
    }
}
