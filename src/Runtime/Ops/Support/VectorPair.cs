namespace NnGen.Kernels;

/// <summary>The cosine of the angle of two vectors, and its gradients.</summary>
internal readonly ref struct VectorPair
{
    private readonly ReadOnlySpan<float> _a;
    private readonly ReadOnlySpan<float> _b;
    private readonly double _squareA;
    private readonly double _squareB;
    private readonly double _product;

    /// <param name="a">The first vector.</param>
    /// <param name="b">The second vector.</param>
    /// <param name="epsilon">Added to the squares of both lengths.</param>
    public VectorPair(ReadOnlySpan<float> a, ReadOnlySpan<float> b, double epsilon)
    {
        _a = a;
        _b = b;
        for (var i = 0; i < a.Length; i++)
        {
            _squareA += (double)a[i] * a[i];
            _squareB += (double)b[i] * b[i];
            _product += (double)a[i] * b[i];
        }

        _squareA += epsilon;
        _squareB += epsilon;
    }

    /// <summary>The cosine.</summary>
    public double Cosine => _product / Math.Sqrt(_squareA * _squareB);

    /// <summary>Adds the gradients of the cosine; the spans of gradients nobody needs are empty.</summary>
    public void AddGradients(double gradient, Span<float> da, Span<float> db)
    {
        if (gradient == 0)
            return;
        var scale = gradient / Math.Sqrt(_squareA * _squareB);
        var (towardsA, towardsB) = (_product / _squareA, _product / _squareB);
        for (var i = 0; i < da.Length; i++)
            da[i] += (float)(scale * (_b[i] - (towardsA * _a[i])));
        for (var i = 0; i < db.Length; i++)
            db[i] += (float)(scale * (_a[i] - (towardsB * _b[i])));
    }
}
