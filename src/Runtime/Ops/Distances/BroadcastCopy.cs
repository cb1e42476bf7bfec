namespace NnGen.Kernels;

/// <summary>An input repeated to the shape that several inputs broadcast to, and its gradient summed back.</summary>
internal static class BroadcastCopy
{
    /// <summary>The elements in the larger shape: the input's own memory where it has that shape.</summary>
    public static ReadOnlySpan<float> Whole(ReadOnlySpan<float> values, Shape shape, Shape result, Span<float> memory)
    {
        if (shape == result)
            return values;
        Span<int> strides = stackalloc int[result.Rank];
        DimSums.BroadcastStrides(shape, result, strides);
        StridedCopy.Gather(values, result, strides, memory[..result.Count]);
        return memory[..result.Count];
    }

    /// <summary>Writes the gradient of the repeated elements to the input's.</summary>
    public static void Sum(ReadOnlySpan<float> gradient, Shape shape, Shape result, Gradient target)
    {
        if (!target.IsWanted)
            return;
        Span<int> strides = stackalloc int[result.Rank];
        DimSums.BroadcastStrides(shape, result, strides);
        DimSums.Sum(gradient, result, strides, target.Span, target.Accumulate);
    }
}
