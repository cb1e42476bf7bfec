using NnGen.Kernels;

namespace NnGen;

/// <summary>A diagonal of matrices.</summary>
[Op("x: any[*S, M, N] -> y: any[*S, min(M + min(offset, 0), N + min(0 - offset, 0))]")]
public static partial class DiagonalOp
{
    /// <summary>Copies the diagonals.</summary>
    /// <param name="x">The matrices.</param>
    /// <param name="y">The diagonals.</param>
    /// <param name="m">Rows.</param>
    /// <param name="n">Columns.</param>
    /// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it. Default: 0.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, int m, int n, int offset = 0)
        where T : unmanaged
    {
        var diagonals = new Diagonals(m, n, offset);
        for (var i = 0; i < y.Length; i++)
            y[i] = x[diagonals.Place(i)];
    }

    /// <summary>Adds the gradients on the diagonals.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int m, int n, int offset)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        var diagonals = new Diagonals(m, n, offset);
        for (var i = 0; i < dy.Length; i++)
            dx.Span[diagonals.Place(i)] += dy[i];
    }
}
