namespace NnGen.Kernels;

/// <summary>A tensor [N, C, *D] seen as rows, one for each sample and channel.</summary>
/// <param name="Batch">How many samples there are.</param>
/// <param name="Count">How many channels there are.</param>
/// <param name="Plane">Elements of a row.</param>
internal readonly record struct Channels(int Batch, int Count, int Plane)
{
    /// <summary>Elements of a channel over all samples.</summary>
    public int PerChannel => Batch * Plane;

    /// <summary>The elements of a sample's channel.</summary>
    public ReadOnlySpan<float> Row(ReadOnlySpan<float> x, int sample, int channel) => x.Slice(((sample * Count) + channel) * Plane, Plane);

    /// <summary>The view of a shape.</summary>
    public static Channels Of(Shape shape)
    {
        var plane = 1;
        for (var d = 2; d < shape.Rank; d++)
            plane *= shape[d];
        return new Channels(shape[0], shape[1], plane);
    }
}
