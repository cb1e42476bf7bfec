namespace NnGen.Kernels;

/// <summary>Dropout of the results of every recurrent layer but the last. Its masks are drawn again in the backward pass.</summary>
/// <param name="Probability">Probability of an element to be zeroed; 0 in evaluation.</param>
/// <param name="Random">Where the masks of the first layer come from; those of the next layers follow.</param>
internal readonly record struct LayerDropout(double Probability, RandomState Random)
{
    /// <summary>Whether there is any.</summary>
    public bool IsActive => Probability > 0;

    /// <summary>How many random numbers the masks of all layers take.</summary>
    public static long Draws(RecurrentSizes sizes, double probability)
        => probability is > 0 and < 1 ? (sizes.Layers - 1) * sizes.DrawsOfLayer : 0;

    /// <summary>Multiplies by the mask of a layer; both may be the same memory.</summary>
    public void Apply(RecurrentSizes sizes, int layer, ReadOnlySpan<float> source, Span<float> target)
    {
        if (!IsActive)
            return;
        var random = Random with { Counter = Random.Counter + (ulong)(layer * sizes.DrawsOfLayer / 4) };
        var scale = Probability == 1 ? 0 : (float)(1 / (1 - Probability));
        DropoutJob.Run(source, target, accumulate: false, random, (float)(1 - Probability), scale);
    }
}
