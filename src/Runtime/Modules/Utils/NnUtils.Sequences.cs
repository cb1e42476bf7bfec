namespace NnGen;

public static partial class NnUtils
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

    /// <summary>Takes the padding out of sequences: torch.nn.utils.rnn.pack_padded_sequence.</summary>
    /// <param name="input">[T, N, *], or [N, T, *].</param>
    /// <param name="lengths">The length of each sequence, at least 1: [N].</param>
    /// <param name="batchFirst">Whether the sequences are [N, T, *]. Default: [T, N, *].</param>
    /// <param name="enforceSorted">Whether the sequences must be in the order of falling lengths. Default: yes.</param>
    /// <returns>The sequences. In compiled methods, whose sizes do not depend on values, the data have N·T rows, those behind the
    /// last step 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length is out of range.</exception>
    /// <exception cref="ArgumentException">The lengths are not in order.</exception>
    [Lowers(typeof(PackPaddedSequenceOp))]
    public static PackedSequence PackPaddedSequence(Tensor input, Tensor<long> lengths, bool batchFirst = false, bool enforceSorted = true)
    {
        var (data, batchSizes, sortedIndices, unsortedIndices) = PackPaddedSequenceOp.Apply(input, lengths, batchFirst, enforceSorted);
        var (rows, steps) = (0L, 0L);
        foreach (var length in lengths.AsSpan())
            (rows, steps) = (rows + length, Math.Max(steps, length));
        return new PackedSequence(data[..(int)rows], batchSizes[..(int)steps], sortedIndices, unsortedIndices);
    }

    /// <summary>Fills packed sequences up to one length: torch.nn.utils.rnn.pad_packed_sequence.</summary>
    /// <param name="sequence">The sequences.</param>
    /// <param name="batchFirst">Whether the result is [N, T, *]. Default: [T, N, *].</param>
    /// <param name="paddingValue">What fills up. Default: 0.</param>
    /// <param name="totalLength">The length that sequences get, at least that of the longest one. Default: that length.</param>
    /// <returns>The sequences in the order of the batch, and their lengths: [N].</returns>
    /// <exception cref="ArgumentException">A sequence is longer. In compiled methods also where no length is given and the longest sequence is
    /// shorter than it was padded to.</exception>
    [Lowers(typeof(PadPackedSequenceOp))]
    public static (Tensor Sequences, Tensor<long> Lengths) PadPackedSequence(
        PackedSequence sequence, bool batchFirst = false, double paddingValue = 0, int? totalLength = null)
    {
        ArgumentNullException.ThrowIfNull(sequence);
        return PadPackedSequenceOp.Apply(sequence.Data, sequence.BatchSizes, sequence.SortedIndices, batchFirst, paddingValue, totalLength);
    }

    /// <summary>Packs sequences of different lengths: torch.nn.utils.rnn.pack_sequence.</summary>
    /// <param name="sequences">At least one sequence, each [L, *], with equal dims behind the first.</param>
    /// <param name="enforceSorted">Whether they must be in the order of falling lengths. Default: yes.</param>
    /// <exception cref="ArgumentException">There is no sequence, one is empty, or they are not in order.</exception>
    /// <exception cref="ShapeException">Other dims differ.</exception>
    public static PackedSequence PackSequence(IEnumerable<Tensor> sequences, bool enforceSorted = true)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        var all = sequences.ToArray();
        var padded = PadSequence(all);
        return PackPaddedSequence(padded, Tensor<long>.From(all.Select(sequence => (long)sequence.Shape[0]).ToArray()), enforceSorted: enforceSorted);
    }

    /// <summary>The sequences that <see cref="PackSequence"/> packed, in their order: torch.nn.utils.rnn.unpack_sequence.</summary>
    /// <param name="packedSequences">The sequences.</param>
    public static Tensor[] UnpackSequence(PackedSequence packedSequences)
    {
        var (padded, lengths) = PadPackedSequence(packedSequences, batchFirst: true);
        return UnpadSequence(padded, lengths, batchFirst: true);
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
