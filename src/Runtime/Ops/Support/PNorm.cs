namespace NnGen.Kernels;

/// <summary>The p-norm of a difference of two vectors, to each of whose elements a number is added, as PyTorch's distances have it.</summary>
/// <param name="p">The exponent: 0 counts elements, infinity takes the largest.</param>
/// <param name="eps">The number.</param>
internal readonly struct PNorm(double p, double eps)
{
    /// <summary>The distance of two vectors.</summary>
    public double Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            var size = Math.Abs((double)a[i] - b[i] + eps);
            sum = double.IsPositiveInfinity(p) ? Math.Max(sum, size) : sum + Power(size);
        }

        return p is 1 or 0 || double.IsPositiveInfinity(p) ? sum : p == 2 ? Math.Sqrt(sum) : Math.Pow(sum, 1 / p);
    }

    /// <summary>Adds the gradients of a distance to those of its vectors; the spans of gradients nobody needs are empty.</summary>
    /// <param name="a">The first vector.</param>
    /// <param name="b">The second vector.</param>
    /// <param name="distance">Their distance.</param>
    /// <param name="gradient">Its gradient.</param>
    /// <param name="da">Gradient of the first vector.</param>
    /// <param name="db">Gradient of the second vector.</param>
    public void AddGradients(ReadOnlySpan<float> a, ReadOnlySpan<float> b, double distance, double gradient, Span<float> da, Span<float> db)
    {
        if (gradient == 0 || distance == 0 || p == 0)
            return;
        var largest = double.IsPositiveInfinity(p) ? Largest(a, b, distance) : 1;
        for (var i = 0; i < a.Length; i++)
        {
            var slope = (float)(gradient * Slope((double)a[i] - b[i] + eps, distance) / largest);
            if (!da.IsEmpty)
                da[i] += slope;
            if (!db.IsEmpty)
                db[i] -= slope;
        }
    }

    private double Power(double size) => p switch
    {
        1 => size,
        2 => size * size,
        0 => size == 0 ? 0 : 1,
        _ => Math.Pow(size, p),
    };

    private double Slope(double difference, double distance)
    {
        var sign = Math.Sign(difference);
        if (double.IsPositiveInfinity(p))
            return Math.Abs(difference) == distance ? sign : 0;
        return p switch
        {
            1 => sign,
            2 => difference / distance,
            _ => difference == 0 ? 0 : sign * Math.Pow(Math.Abs(difference) / distance, p - 1),
        };
    }

    /// <summary>How many elements are as large as the largest: they share its gradient.</summary>
    private int Largest(ReadOnlySpan<float> a, ReadOnlySpan<float> b, double distance)
    {
        var count = 0;
        for (var i = 0; i < a.Length; i++)
            count += Math.Abs((double)a[i] - b[i] + eps) == distance ? 1 : 0;
        return count;
    }
}
