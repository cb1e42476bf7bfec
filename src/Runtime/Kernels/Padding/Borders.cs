namespace NnGen.Kernels;

/// <summary>A tensor with borders: dims of the input made longer, or shorter, at either end.</summary>
internal static class Borders
{
    /// <summary>Writes the input with its borders.</summary>
    /// <param name="x">The input.</param>
    /// <param name="y">The result.</param>
    /// <param name="input">The input's shape.</param>
    /// <param name="result">The result's shape.</param>
    /// <param name="sides">Pairs (before, after), the last dim's first.</param>
    /// <param name="mode">What stands in the borders.</param>
    /// <param name="value">The value of constant borders.</param>
    /// <exception cref="ArgumentException">The borders are too wide for their mode, or the mode does not know so many dims.</exception>
    public static void Forward(
        ReadOnlySpan<float> x, Span<float> y, ReadOnlySpan<int> input, ReadOnlySpan<int> result, ReadOnlySpan<int> sides, PaddingMode mode, double value)
    {
        Check(input, sides, mode);
        var rows = new BorderRows(input, result, sides, mode, stackalloc int[input.Length]);
        while (rows.MoveNext())
        {
            var target = y.Slice(rows.Start, rows.Length);
            if (rows.Source < 0)
            {
                target.Fill((float)value);
                continue;
            }

            var source = x.Slice(rows.Source, rows.SourceLength);
            var (start, end) = rows.Inside;
            source.Slice(start - rows.Before, end - start).CopyTo(target[start..end]);
            for (var i = 0; i < target.Length; i = i + 1 == start ? Math.Max(end, start) : i + 1)
            {
                if (i < start || i >= end)
                    target[i] = rows.ColumnOf(i) is >= 0 and var column ? source[column] : (float)value;
            }
        }
    }

    /// <summary>Adds each gradient to the element that stands at its place.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, ReadOnlySpan<int> input, ReadOnlySpan<int> result, ReadOnlySpan<int> sides, PaddingMode mode)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        var rows = new BorderRows(input, result, sides, mode, stackalloc int[input.Length]);
        while (rows.MoveNext())
        {
            if (rows.Source < 0)
                continue;
            var gradients = dy.Slice(rows.Start, rows.Length);
            var target = dx.Span.Slice(rows.Source, rows.SourceLength);
            for (var i = 0; i < gradients.Length; i++)
            {
                if (rows.ColumnOf(i) is >= 0 and var column)
                    target[column] += gradients[i];
            }
        }
    }

    private static void Check(ReadOnlySpan<int> input, ReadOnlySpan<int> sides, PaddingMode mode)
    {
        var dims = sides.Length / 2;
        if (mode == PaddingMode.Zeros)
            return;
        if (dims is < 1 or > 3 || (input.Length != dims + 1 && input.Length != dims + 2))
            throw new ArgumentException($"Only 2D, 3D, 4D, 5D padding with non-constant padding are supported, of the dims after samples and channels: {dims} dims cannot be padded in {(Shape)input.ToArray()}");
        for (var d = 0; d < dims; d++)
        {
            var size = input[input.Length - 1 - d];
            var widest = Math.Max(sides[2 * d], sides[(2 * d) + 1]);
            if (mode == PaddingMode.Reflect && widest >= size && widest > 0)
                throw new ArgumentException($"Padding size should be less than the corresponding input dimension, but got: padding ({sides[2 * d]}, {sides[(2 * d) + 1]}) at dimension {input.Length - 1 - d} of input {(Shape)input.ToArray()}");
            if (mode == PaddingMode.Circular && widest > size)
                throw new ArgumentException($"Padding value causes wrapping around more than once: padding ({sides[2 * d]}, {sides[(2 * d) + 1]}) at dimension {input.Length - 1 - d} of input {(Shape)input.ToArray()}");
            if (mode == PaddingMode.Replicate && size == 0)
                throw new ArgumentException($"Expected 0-size dims only for the batch, but got {(Shape)input.ToArray()}");
        }
    }
}
