using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Scores of an attention to weights. The backward pass computes them the same way again, not from a sum that was kept: its
/// gradients are differences of nearly equal numbers wherever a weight is nearly 1.
/// </summary>
internal static unsafe class SoftmaxRows
{
    /// <summary>The softmax of each row in place.</summary>
    public static void Run<V>(float* scores, int rows, int keys)
        where V : struct, IVector<V>
    {
        for (var row = 0; row < rows; row++)
            Row<V>(scores + ((long)row * keys), keys);
    }

    /// <summary>The softmax of a row in place; zeros where it sees no key, as in PyTorch 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row<V>(float* x, int length)
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
            return;
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
    }
}
