using NnGen.Kernels;

namespace NnGen;

/// <summary>Fills packed sequences up to one length.</summary>
[Op("""
    data: R, *S; batchSizes: long[T]; sortedIndices: long[N] -> y: N, totalLength ?? T, *S; lengths: long[N] when batchFirst
    | data: R, *S; batchSizes: long[T]; sortedIndices: long[N] -> y: totalLength ?? T, N, *S; lengths: long[N]
    """)]
public static partial class PadPackedSequenceOp
{
    /// <summary>Pads the sequences.</summary>
    /// <param name="data">The steps.</param>
    /// <param name="batchSizes">How many sequences have each step.</param>
    /// <param name="sortedIndices">The place of each sequence in the batch, the longest first.</param>
    /// <param name="y">The sequences in the order of the batch.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="r">How many steps there are.</param>
    /// <param name="t">Steps of the longest sequence.</param>
    /// <param name="s">Elements of a step.</param>
    /// <param name="batchFirst">Whether the batch becomes the first dim.</param>
    /// <param name="paddingValue">What fills up. Default: 0.</param>
    /// <param name="totalLength">The length that sequences get. Default: that of the longest one.</param>
    /// <exception cref="ArgumentException">A sequence is longer, or the tensors are no packed sequences.</exception>
    public static void Forward(
        ReadOnlySpan<float> data,
        ReadOnlySpan<long> batchSizes,
        ReadOnlySpan<long> sortedIndices,
        Span<float> y,
        Span<long> lengths,
        int r,
        int t,
        int s,
        bool batchFirst = false,
        double paddingValue = 0,
        int? totalLength = null)
    {
        using (var rows = new PackedRows(batchSizes, sortedIndices, r))
            CheckLength(rows.Steps, t, totalLength);
        lengths.Clear();
        foreach (var size in batchSizes)
        {
            for (var i = 0; i < size; i++)
                lengths[(int)sortedIndices[i]]++;
        }

        y.Fill((float)paddingValue);
        new PackedElements(batchSizes, sortedIndices, totalLength ?? t, s, batchFirst).Pad(data, new Gradient(y, accumulate: false));
    }

    /// <summary>Gives the gradients back to the steps.</summary>
    public static void Backward(
        ReadOnlySpan<long> batchSizes,
        ReadOnlySpan<long> sortedIndices,
        ReadOnlySpan<float> dy,
        Gradient ddata,
        int t,
        int s,
        bool batchFirst,
        int? totalLength)
    {
        if (!ddata.IsWanted)
            return;
        ddata.Begin();
        new PackedElements(batchSizes, sortedIndices, totalLength ?? t, s, batchFirst).Pack(dy, ddata);
    }

    private static void CheckLength(int longest, int steps, int? totalLength)
    {
        if (totalLength < longest)
        {
            throw new ArgumentException(
                $"Expected total_length to be at least the length of the longest sequence in input, but got total_length={totalLength} and max sequence length being {longest}",
                nameof(totalLength));
        }

        // Compiled methods pack sequences without knowing their lengths.
        if (totalLength is null && longest < steps)
            throw new ArgumentException($"The longest sequence has {longest} of {steps} steps: give totalLength.", nameof(totalLength));
    }
}
