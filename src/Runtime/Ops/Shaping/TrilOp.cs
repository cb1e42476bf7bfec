using NnGen.Kernels;

namespace NnGen;

/// <summary>The lower triangle of matrices, 0 elsewhere.</summary>
[Op("x: any[*S, M, N] -> y: any[*S, M, N]")]
public static partial class TrilOp
{
    /// <summary>Copies the triangle.</summary>
    /// <param name="x">The matrices.</param>
    /// <param name="y">The result.</param>
    /// <param name="m">Rows.</param>
    /// <param name="n">Columns.</param>
    /// <param name="diagonal">Which diagonal bounds the triangle: 0 is the main one, positive ones lie above it. Default: 0.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, int m, int n, int diagonal = 0)
        where T : unmanaged
        => Triangles.Copy(x, y, m, n, diagonal, isUpper: false);

    /// <summary>Passes the gradient of the triangle.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, int m, int n, int diagonal)
        => Triangles.Backward(dy, dx, m, n, diagonal, isUpper: false);
}
