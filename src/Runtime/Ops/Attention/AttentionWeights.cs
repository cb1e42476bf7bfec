using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Scores of an attention to weights. The backward pass computes them the same way again, not from a sum that was kept: its
/// gradients are differences of nearly equal numbers wherever a weight is nearly 1.
/// </summary>
internal static unsafe class AttentionWeights
{
    /// <summary>The softmax of each row in place.</summary>
    public static void Run<V>(float* scores, int rows, int keys)
        where V : struct, IVector<V>
    {
        var tail = V.FirstLanes(keys % V.Count);
        for (var row = 0; row < rows; row++)
            Row(scores + ((long)row * keys), keys, tail);
    }

    /// <summary>The softmax of a row in place; zeros where it sees no key, as in PyTorch 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<V>(float* x, int length, V tail)
        where V : struct, IVector<V>
    {
        var largest = RowSoftmax.Largest(x, length, tail);
        if (float.IsNegativeInfinity(largest))
            new Span<float>(x, length).Clear();
        else
            RowSoftmax.Weigh(x, x, length, tail, largest);
    }
}
