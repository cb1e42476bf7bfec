using NnGen.Kernels;

namespace NnGen;

/// <summary>Takes the padding out of sequences: the first steps of all sequences, the longest first, then the second ones, and so on.</summary>
/// <remarks>How many steps there are depends on the lengths: rows of the data behind them are 0, and so are batch sizes.</remarks>
[Op("""
    input: N, T, *S; lengths: long[N] -> data: N*T, *S; batchSizes: long[T]; sortedIndices: long[N]; unsortedIndices: long[N] when batchFirst
    | input: T, N, *S; lengths: long[N] -> data: N*T, *S; batchSizes: long[T]; sortedIndices: long[N]; unsortedIndices: long[N]
    """)]
public static partial class PackPaddedSequenceOp
{
    /// <summary>Packs the sequences.</summary>
    /// <param name="input">The sequences, padded.</param>
    /// <param name="lengths">Their lengths.</param>
    /// <param name="data">The steps.</param>
    /// <param name="batchSizes">How many sequences have each step.</param>
    /// <param name="sortedIndices">The place of each sequence in the batch, the longest first.</param>
    /// <param name="unsortedIndices">Where the sequences of the batch are in that order.</param>
    /// <param name="t">Steps of the padded sequences.</param>
    /// <param name="s">Elements of a step.</param>
    /// <param name="batchFirst">Whether the batch is the first dim.</param>
    /// <param name="enforceSorted">Whether the sequences must be in order. Default: yes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is not positive, or larger than the number of steps.</exception>
    /// <exception cref="ArgumentException">The lengths are not in order.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<long> lengths,
        Span<float> data,
        Span<long> batchSizes,
        Span<long> sortedIndices,
        Span<long> unsortedIndices,
        int t,
        int s,
        bool batchFirst = false,
        bool enforceSorted = true)
    {
        Check(lengths, t, enforceSorted);
        Sort(lengths, sortedIndices);
        for (var i = 0; i < lengths.Length; i++)
            unsortedIndices[(int)sortedIndices[i]] = i;
        batchSizes.Clear();
        foreach (var length in lengths)
        {
            for (var step = 0; step < length; step++)
                batchSizes[step]++;
        }

        data.Clear();
        new PackedElements(batchSizes, sortedIndices, t, s, batchFirst).Pack(input, new Gradient(data, accumulate: false));
    }

    /// <summary>Gives the gradients back to the steps.</summary>
    public static void Backward(
        ReadOnlySpan<long> batchSizes, ReadOnlySpan<long> sortedIndices, ReadOnlySpan<float> ddata, Gradient dinput, int t, int s, bool batchFirst)
    {
        if (!dinput.IsWanted)
            return;
        dinput.Begin();
        new PackedElements(batchSizes, sortedIndices, t, s, batchFirst).Pad(ddata, dinput);
    }

    private static void Check(ReadOnlySpan<long> lengths, int steps, bool enforceSorted)
    {
        for (var i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] <= 0)
                throw new ArgumentOutOfRangeException(nameof(lengths), lengths[i], "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0");
            if (lengths[i] > steps)
                throw new ArgumentOutOfRangeException(nameof(lengths), lengths[i], $"A sequence cannot be longer than {steps}.");
            if (enforceSorted && i > 0 && lengths[i] > lengths[i - 1])
                throw new ArgumentException("`lengths` array must be sorted in decreasing order when `enforceSorted` is true: pass `enforceSorted: false`.", nameof(lengths));
        }
    }

    /// <summary>The order of falling lengths; equal ones keep theirs.</summary>
    private static void Sort(ReadOnlySpan<long> lengths, Span<long> order)
    {
        for (var i = 0; i < order.Length; i++)
        {
            var place = i;
            for (; place > 0 && lengths[(int)order[place - 1]] < lengths[i]; place--)
                order[place] = order[place - 1];
            order[place] = i;
        }
    }
}
