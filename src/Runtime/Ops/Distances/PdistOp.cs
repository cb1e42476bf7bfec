using NnGen.Kernels;

namespace NnGen;

/// <summary>The p-norms of the differences of each two rows of a matrix.</summary>
[Op("x: N, D -> y: N*(N - 1)//2")]
public static partial class PdistOp
{
    /// <summary>Computes the distances: of the first row from all that follow, then of the second one, and so on.</summary>
    /// <param name="x">The rows.</param>
    /// <param name="y">The distances.</param>
    /// <param name="n">Number of rows.</param>
    /// <param name="d">Size of each.</param>
    /// <param name="p">Exponent of the norm. Default: 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, int n, int d, double p = 2)
    {
        if (!(p >= 0))
            throw new ArgumentOutOfRangeException(nameof(p), p, "pdist only supports non-negative p values");
        var norm = new PNorm(p, 0);
        var pair = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
                y[pair++] = (float)norm.Of(x.Slice(i * d, d), x.Slice(j * d, d));
        }
    }

    /// <summary>Computes the gradient of the rows.</summary>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dx, int n, int d, double p)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        var norm = new PNorm(p, 0);
        var pair = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++, pair++)
            {
                var first = x.Slice(i * d, d);
                var second = x.Slice(j * d, d);
                norm.AddGradients(first, second, norm.Of(first, second), dy[pair], dx.Span.Slice(i * d, d), dx.Span.Slice(j * d, d));
            }
        }
    }
}
