namespace NnGen.Kernels;

/// <summary>Elements put back where a max pooling found them.</summary>
internal static class Unpooling
{
    /// <summary>Refuses a result that the pooling could not have had as its input.</summary>
    /// <exception cref="ArgumentException">A size is a stride or more away from the smallest that the windows fill.</exception>
    public static void Check(int dims, Shape x, Shape y, Size3D kernel, Size3D? stride, Padding3D padding)
    {
        if (padding.IsSame)
            throw new ArgumentException("unpooling takes padding as numbers only");
        var step = stride ?? kernel;
        Check(x[^1], y[^1], kernel.Width, step.Width, padding.Width);
        if (dims > 1)
            Check(x[^2], y[^2], kernel.Height, step.Height, padding.Height);
        if (dims > 2)
            Check(x[^3], y[^3], kernel.Depth, step.Depth, padding.Depth);
    }

    /// <summary>Puts the elements back.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside of the result.</exception>
    public static void Forward(int dims, ReadOnlySpan<float> x, ReadOnlySpan<long> indices, Span<float> y, Shape xShape, Shape yShape)
    {
        x.Check(indices.Length);
        var (input, output) = (Pooling.Trailing(dims, xShape), Pooling.Trailing(dims, yShape));
        foreach (var index in indices)
        {
            if (index < 0 || index >= output)
                throw new ArgumentOutOfRangeException(nameof(indices), index, $"Found an invalid max index: {index} (output volumes are of size {output})");
        }

        y.Clear();
        for (var i = 0; i < x.Length; i++)
            y[(i / input * output) + (int)indices[i]] = x[i];
    }

    /// <summary>Gives each element the gradient of its place.</summary>
    public static void Backward(int dims, ReadOnlySpan<long> indices, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
    {
        if (!dx.IsWanted)
            return;
        dx.Span.Check(indices.Length);
        var (input, output) = (Pooling.Trailing(dims, xShape), Pooling.Trailing(dims, yShape));
        for (var i = 0; i < indices.Length; i++)
        {
            var gradient = dy[(i / input * output) + (int)indices[i]];
            dx.Span[i] = dx.Accumulate ? dx.Span[i] + gradient : gradient;
        }
    }

    private static void Check(int input, int output, int kernel, int stride, int padding)
    {
        if (stride < 1)
            throw new ArgumentException($"strides should be greater than zero, but got stride: {stride}");
        var smallest = ((input - 1) * stride) - (2 * padding) + kernel;
        if (output <= smallest - stride || output >= smallest + stride)
            throw new ArgumentException($"invalid output_size: a dim of {output} must be between {smallest - stride} and {smallest + stride}");
    }
}
