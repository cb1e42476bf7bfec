namespace NnGen.Kernels;

/// <summary>What happens between a row of a plane and a row of a tile of columns.</summary>
internal unsafe interface IColumnMove
{
    /// <summary>Elements of the plane, <paramref name="step"/> apart, and as many of the tile.</summary>
    static abstract void Move(float* plane, int step, float* tile, int count);

    /// <summary>Elements of the tile that stand for zeros of the padding.</summary>
    static abstract void Zeros(float* tile, int count);
}

/// <summary>Writes the plane's elements into the tile.</summary>
internal readonly unsafe struct ReadColumns : IColumnMove
{
    public static void Move(float* plane, int step, float* tile, int count)
    {
        if (step == 1)
        {
            new ReadOnlySpan<float>(plane, count).CopyTo(new Span<float>(tile, count));
            return;
        }

        for (var i = 0; i < count; i++)
            tile[i] = plane[(nint)i * step];
    }

    public static void Zeros(float* tile, int count) => new Span<float>(tile, count).Clear();
}

/// <summary>Adds the tile's elements to the plane: the gradient of <see cref="ReadColumns"/>.</summary>
internal readonly unsafe struct AddColumns : IColumnMove
{
    public static void Move(float* plane, int step, float* tile, int count)
    {
        if (step == 1)
        {
            Span<float> target = new(plane, count);
            System.Numerics.Tensors.TensorPrimitives.Add(target, new ReadOnlySpan<float>(tile, count), target);
            return;
        }

        for (var i = 0; i < count; i++)
            plane[(nint)i * step] += tile[i];
    }

    public static void Zeros(float* tile, int count)
    {
    }
}

/// <summary>
/// Columns of a convolution written out as a matrix of [window, columns]: what lies under one window is a column. A tile holds a
/// stretch of them.
/// </summary>
internal static unsafe class ColumnTile
{
    /// <summary>Moves between the planes of a group of channels and a tile.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="planes">The first channel of the group.</param>
    /// <param name="tile">The tile, of as many rows as a window has elements.</param>
    /// <param name="start">The first column.</param>
    /// <param name="count">How many columns.</param>
    public static void Run<TMove>(in Convolution convolution, float* planes, float* tile, int start, int count)
        where TMove : struct, IColumnMove
    {
        for (var channel = 0; channel < convolution.GroupIn; channel++)
        {
            for (var plane = 0; plane < convolution.Planes.Kernel; plane++)
            {
                for (var row = 0; row < convolution.Rows.Kernel; row++)
                {
                    for (var column = 0; column < convolution.Columns.Kernel; column++)
                    {
                        Element<TMove>(convolution, planes, tile, plane, row, column, start, count);
                        tile += count;
                    }
                }
            }

            planes += convolution.InputSize;
        }
    }

    /// <summary>One element of the window in all columns of the tile, row of windows by row of windows.</summary>
    private static void Element<TMove>(in Convolution convolution, float* channel, float* tile, int plane, int row, int column, int start, int count)
        where TMove : struct, IColumnMove
    {
        var width = convolution.Columns.Output;
        var window = start / width;
        var first = start - (window * width);
        while (count > 0)
        {
            var length = Math.Min(width - first, count);
            if (convolution.RowAt(window, plane, row) is >= 0 and var at)
                Row<TMove>(convolution.Columns, convolution.Mode, channel + ((nint)at * convolution.Columns.Input), tile, column, first, length);
            else
                TMove.Zeros(tile, length);
            tile += length;
            count -= length;
            first = 0;
            window++;
        }
    }

    private static void Row<TMove>(WindowAxis axis, PaddingMode mode, float* row, float* tile, int element, int first, int length)
        where TMove : struct, IColumnMove
    {
        var (start, end) = axis.Inside(element);
        start = Math.Clamp(start, first, first + length);
        end = Math.Clamp(end, start, first + length);
        Outside<TMove>(axis, mode, row, tile, element, first, start - first);
        if (end > start)
            TMove.Move(row + axis.At(start, element), axis.Stride, tile + (start - first), end - start);
        Outside<TMove>(axis, mode, row, tile + (end - first), element, end, first + length - end);
    }

    private static void Outside<TMove>(WindowAxis axis, PaddingMode mode, float* row, float* tile, int element, int window, int count)
        where TMove : struct, IColumnMove
    {
        if (mode == PaddingMode.Zeros)
        {
            TMove.Zeros(tile, count);
            return;
        }

        for (var i = 0; i < count; i++)
            TMove.Move(row + axis.Padded(axis.At(window + i, element), mode), 1, tile + i, 1);
    }
}
