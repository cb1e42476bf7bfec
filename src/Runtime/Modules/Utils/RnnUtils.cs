namespace NnGen;

/// <summary>Sequences of different lengths in one tensor: torch.nn.utils.rnn.</summary>
public static class RnnUtils
{
    /// <summary>Sequences side by side, the shorter ones filled up.</summary>
    /// <param name="sequences">At least one sequence, each [L, *], with equal dims behind the first.</param>
    /// <param name="batchFirst">Whether the result is [N, L, *]. Default: [L, N, *].</param>
    /// <param name="paddingValue">What fills up. Default: 0.</param>
    /// <param name="paddingSide">Whether it stands behind the shorter sequences or before them. Default: behind.</param>
    /// <returns>The sequences at the length of the longest one.</returns>
    /// <exception cref="ArgumentException">There is no sequence, or one has no dims.</exception>
    /// <exception cref="ShapeException">Other dims differ.</exception>
    public static Tensor PadSequence(
        IEnumerable<Tensor> sequences, bool batchFirst = false, double paddingValue = 0, PaddingSide paddingSide = PaddingSide.Right)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var all = sequences.ToArray();
        if (all.Length == 0 || all.Any(sequence => sequence.Rank == 0))
            throw new ArgumentException("pad_sequence takes at least one sequence, each of at least one dimension.", nameof(sequences));
        var longest = all.Max(sequence => sequence.Shape[0]);
        return F.Stack(all.Select(sequence => Padded(sequence, longest, paddingValue, paddingSide)), batchFirst ? 0 : 1);
    }

    /// <summary>The sequences that <see cref="PadSequence"/> put side by side.</summary>
    /// <param name="paddedSequences">[L, N, *], or [N, L, *].</param>
    /// <param name="lengths">The length of each sequence: [N].</param>
    /// <param name="batchFirst">Whether the sequences are [N, L, *]. Default: [L, N, *].</param>
    /// <exception cref="ArgumentOutOfRangeException">A length is out of range.</exception>
    public static Tensor[] UnpadSequence(Tensor paddedSequences, Tensor<long> lengths, bool batchFirst = false)
    {
        ArgumentNullException.ThrowIfNull(paddedSequences);
        ArgumentNullException.ThrowIfNull(lengths);
        var batches = batchFirst ? paddedSequences : paddedSequences.Transpose(0, 1);
        var longest = batches.Shape[1];
        var result = new Tensor[lengths.Count];
        for (var i = 0; i < result.Length; i++)
        {
            var length = lengths.AsSpan()[i];
            if (length < 0 || length > longest)
                throw new ArgumentOutOfRangeException(nameof(lengths), length, $"A sequence cannot be longer than {longest}.");
            result[i] = batches[i][..(int)length];
        }

        return result;
    }

    private static Tensor Padded(Tensor sequence, int length, double value, PaddingSide side)
    {
        var missing = length - sequence.Shape[0];
        if (missing == 0)
            return sequence;
        var pad = new int[2 * sequence.Rank];
        pad[^(side == PaddingSide.Right ? 1 : 2)] = missing;
        return F.Pad(sequence, pad, value: value);
    }
}
