namespace NnGen.Kernels;

/// <summary>A range of a dim.</summary>
internal static class Parts
{
    /// <summary>Copies it.</summary>
    public static void Copy<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, int dim, int start)
    {
        var axis = Axis.Of(xShape, dim);
        start = start < 0 ? start + axis.Size : start;
        var length = Axis.Of(yShape, dim).Size * axis.Inner;
        for (var i = 0; i < axis.Outer; i++)
            x.Slice(((i * axis.Size) + start) * axis.Inner, length).CopyTo(y[(i * length)..]);
    }

    /// <summary>Puts the gradient where the range came from, and 0 elsewhere.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int dim, int start)
    {
        if (!dx.IsWanted)
            return;
        var axis = Axis.Of(xShape, dim);
        start = start < 0 ? start + axis.Size : start;
        var length = Axis.Of(yShape, dim).Size * axis.Inner;
        if (!dx.Accumulate)
        {
            dx.Span.Clear();
            Blocks.Scatter(dy, dx.Span, axis.Outer, length, axis.Size * axis.Inner, start * axis.Inner);
            return;
        }

        for (var i = 0; i < axis.Outer; i++)
        {
            var target = dx.Span.Slice((i * axis.Size * axis.Inner) + (start * axis.Inner), length);
            System.Numerics.Tensors.TensorPrimitives.Add(target, dy.Slice(i * length, length), target);
        }
    }
}
