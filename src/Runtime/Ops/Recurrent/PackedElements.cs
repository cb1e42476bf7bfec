namespace NnGen.Kernels;

/// <summary>The elements of sequences of different lengths, padded or packed step by step.</summary>
/// <param name="batchSizes">How many sequences have each step, then zeros.</param>
/// <param name="sortedIndices">The place of each sequence in the batch, the longest first.</param>
/// <param name="steps">Steps of the padded sequences.</param>
/// <param name="size">Elements of a step.</param>
/// <param name="batchFirst">Whether the steps of one padded sequence lie next to each other.</param>
internal readonly ref struct PackedElements(
    ReadOnlySpan<long> batchSizes, ReadOnlySpan<long> sortedIndices, int steps, int size, bool batchFirst)
{
    private readonly ReadOnlySpan<long> _batchSizes = batchSizes;
    private readonly ReadOnlySpan<long> _sortedIndices = sortedIndices;

    /// <summary>Writes padded elements to packed ones; what no step has is left alone.</summary>
    public void Pack(ReadOnlySpan<float> padded, Gradient packed)
    {
        var row = 0;
        for (var step = 0; step < _batchSizes.Length; step++)
        {
            for (var i = 0; i < _batchSizes[step]; i++)
                new Gradient(packed.Span.Slice(row++ * size, size), packed.Accumulate).Write(padded.Slice(Place(step, i), size));
        }
    }

    /// <summary>Writes packed elements to padded ones; padding is left alone.</summary>
    public void Pad(ReadOnlySpan<float> packed, Gradient padded)
    {
        var row = 0;
        for (var step = 0; step < _batchSizes.Length; step++)
        {
            for (var i = 0; i < _batchSizes[step]; i++)
                new Gradient(padded.Span.Slice(Place(step, i), size), padded.Accumulate).Write(packed.Slice(row++ * size, size));
        }
    }

    private int Place(int step, int sequence)
    {
        var sample = (int)_sortedIndices[sequence];
        return (batchFirst ? (sample * steps) + step : (step * _sortedIndices.Length) + sample) * size;
    }
}
