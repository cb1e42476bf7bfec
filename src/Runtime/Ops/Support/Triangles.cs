namespace NnGen.Kernels;

/// <summary>The part of matrices on one side of a diagonal, which belongs to it.</summary>
internal static class Triangles
{
    /// <summary>Copies the part; the rest is 0.</summary>
    public static void Copy<T>(ReadOnlySpan<T> x, Span<T> y, int rows, int columns, int diagonal, bool isUpper)
    {
        y.Clear();
        for (var line = 0; columns > 0 && line < x.Length / columns; line++)
        {
            var (start, end) = Range(line % rows, columns, diagonal, isUpper);
            x.Slice((line * columns) + start, end - start).CopyTo(y[((line * columns) + start)..]);
        }
    }

    /// <summary>Passes the gradient of the part.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int rows, int columns, int diagonal, bool isUpper)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
        {
            Copy(dy, dx.Span, rows, columns, diagonal, isUpper);
            return;
        }

        for (var line = 0; columns > 0 && line < dy.Length / columns; line++)
        {
            var (start, end) = Range(line % rows, columns, diagonal, isUpper);
            for (var i = (line * columns) + start; i < (line * columns) + end; i++)
                dx.Span[i] += dy[i];
        }
    }

    private static (int Start, int End) Range(int row, int columns, int diagonal, bool isUpper) => isUpper
        ? (Math.Clamp(row + diagonal, 0, columns), columns)
        : (0, Math.Clamp(row + diagonal + 1, 0, columns));
}
