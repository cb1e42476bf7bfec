using NnGen.Kernels;

namespace NnGen;

/// <summary>Square matrices whose diagonals are given, 0 elsewhere.</summary>
[Op("x: any[*S, N] -> y: any[*S, N - min(offset, 0) - min(0 - offset, 0), N - min(offset, 0) - min(0 - offset, 0)]")]
public static partial class DiagEmbedOp
{
    /// <summary>Copies the diagonals.</summary>
    /// <param name="x">The diagonals.</param>
    /// <param name="y">The matrices.</param>
    /// <param name="n">Size of a diagonal.</param>
    /// <param name="offset">Which diagonal: 0 is the main one, positive ones lie above it. Default: 0.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, int n, int offset = 0)
        where T : unmanaged
    {
        var diagonals = new Diagonals(n + Math.Abs(offset), n + Math.Abs(offset), offset);
        y.Clear();
        for (var i = 0; i < x.Length; i++)
            y[diagonals.Place(i)] = x[i];
    }

    /// <summary>Passes the gradients of the diagonals.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int n, int offset)
    {
        if (!dx.IsWanted)
            return;
        var diagonals = new Diagonals(n + Math.Abs(offset), n + Math.Abs(offset), offset);
        for (var i = 0; i < dx.Span.Length; i++)
            dx.Span[i] = (dx.Accumulate ? dx.Span[i] : 0) + dy[diagonals.Place(i)];
    }
}
