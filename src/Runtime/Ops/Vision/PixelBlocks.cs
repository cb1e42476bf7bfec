namespace NnGen.Kernels;

/// <summary>Blocks of pixels that stand in channels, [N, C·r·r, H, W], seen as the larger image [N, C, H·r, W·r].</summary>
/// <param name="Samples">How many there are, over all leading dims.</param>
/// <param name="Channels">Channels of the larger image.</param>
/// <param name="Height">Height of the smaller image.</param>
/// <param name="Width">Width of the smaller image.</param>
/// <param name="Factor">Width of a block.</param>
internal readonly record struct PixelBlocks(int Samples, int Channels, int Height, int Width, int Factor)
{
    /// <summary>The blocks of two shapes.</summary>
    /// <param name="small">[*N, C·r·r, H, W].</param>
    /// <param name="large">[*N, C, H·r, W·r].</param>
    /// <param name="factor">Width of a block.</param>
    public static PixelBlocks Of(Shape small, Shape large, int factor)
        => new(Pooling.Leading(3, small), large[^3], small[^2], small[^1], factor);

    /// <summary>The larger image from the smaller.</summary>
    public void Shuffle(ReadOnlySpan<float> small, Gradient large)
    {
        Span<int> sizes = stackalloc int[6], strides = stackalloc int[6];
        Describe(sizes, strides);
        if (large.IsWanted && !large.Span.IsEmpty)
            StridedCopy.Gather(small, sizes, strides, large.Span, large.Accumulate);
    }

    /// <summary>The smaller image from the larger.</summary>
    public void Unshuffle(ReadOnlySpan<float> large, Gradient small)
    {
        Span<int> sizes = stackalloc int[6], strides = stackalloc int[6];
        Describe(sizes, strides);
        if (small.IsWanted && !small.Span.IsEmpty)
            StridedCopy.Scatter(large, small.Span, sizes, strides, small.Accumulate);
    }

    /// <summary>The larger image as [N, C, H, r, W, r], and its strides in the smaller.</summary>
    private void Describe(Span<int> sizes, Span<int> strides)
    {
        var plane = Height * Width;
        ReadOnlySpan<int> dims = [Samples, Channels, Height, Factor, Width, Factor];
        ReadOnlySpan<int> steps = [Channels * Factor * Factor * plane, Factor * Factor * plane, Width, Factor * plane, 1, plane];
        dims.CopyTo(sizes);
        steps.CopyTo(strides);
    }
}
