namespace NnGen.Kernels;

/// <summary>Copies between contiguous blocks and the same blocks at a fixed distance from each other.</summary>
internal static class Blocks
{
    /// <summary>Writes blocks that lie one after the other to where they belong.</summary>
    /// <param name="source">The blocks.</param>
    /// <param name="target">What they are written into.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="length">Length of each.</param>
    /// <param name="distance">Distance of two blocks in the target.</param>
    /// <param name="start">Where the first one belongs.</param>
    public static void Scatter<T>(ReadOnlySpan<T> source, Span<T> target, int count, int length, int distance, int start)
        where T : unmanaged
    {
        for (var i = 0; i < count; i++)
            source.Slice(i * length, length).CopyTo(target[(start + (i * distance))..]);
    }

    /// <summary>Reads blocks into a gradient in which they lie one after the other.</summary>
    /// <param name="source">What they are read from.</param>
    /// <param name="target">The gradient.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="length">Length of each.</param>
    /// <param name="distance">Distance of two blocks in the source.</param>
    /// <param name="start">Where the first one lies.</param>
    public static void Gather(ReadOnlySpan<float> source, Gradient target, int count, int length, int distance, int start)
    {
        if (!target.IsWanted)
            return;
        for (var i = 0; i < count; i++)
            new Gradient(target.Span.Slice(i * length, length), target.Accumulate).Write(source.Slice(start + (i * distance), length));
    }
}
