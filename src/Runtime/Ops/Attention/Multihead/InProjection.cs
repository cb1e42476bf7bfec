namespace NnGen.Kernels;

/// <summary>One of the three projections of an attention of several heads, whose weights are packed or stand alone.</summary>
/// <param name="part">Which: 0 for queries, 1 for keys, 2 for values.</param>
/// <param name="features">Features of the result.</param>
/// <param name="sources">Features of the input.</param>
internal readonly ref struct InProjection(int part, int features, int sources)
{
    /// <summary>Projects rows.</summary>
    public void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<float> packed, ReadOnlySpan<float> own, ReadOnlySpan<float> bias, Span<float> y)
        => LinearOp.Forward(x, Weight(packed, own), Bias(bias), y, x.Length / sources, features, sources);

    /// <summary>Computes the gradients.</summary>
    public void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> packed,
        ReadOnlySpan<float> own,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Gradient dpacked,
        Gradient down,
        Gradient dbias)
    {
        var dweight = packed.IsAbsent() ? down : Slice(dpacked, features * sources);
        LinearOp.Backward(x, Weight(packed, own), dy, dx, dweight, Slice(dbias, features), x.Length / sources, features, sources);
    }

    private ReadOnlySpan<float> Weight(ReadOnlySpan<float> packed, ReadOnlySpan<float> own)
        => packed.IsAbsent() ? own : packed.Slice(part * features * sources, features * sources);

    private ReadOnlySpan<float> Bias(ReadOnlySpan<float> bias) => bias.IsAbsent() ? bias : bias.Slice(part * features, features);

    private Gradient Slice(Gradient gradient, int length)
        => gradient.IsWanted ? new Gradient(gradient.Span.Slice(part * length, length), gradient.Accumulate) : gradient;
}
