namespace NnGen;

/// <summary>
/// Sequences of different lengths without padding: torch.nn.utils.rnn.PackedSequence. The longest sequence stands first in each step.
/// <see cref="NnUtils.PackPaddedSequence"/> makes one.
/// </summary>
/// <param name="Data">The first steps of all sequences, then the second ones of those that have one, and so on: [sum of lengths, *].</param>
/// <param name="BatchSizes">How many sequences have each step: [longest length].</param>
/// <param name="SortedIndices">The place of each sequence in the batch, the longest first: [batch]. Where the sequences were in order,
/// 0, 1, 2 ..., for which PyTorch has None.</param>
/// <param name="UnsortedIndices">Where the sequences of the batch are in that order: [batch].</param>
public sealed record PackedSequence(Tensor Data, Tensor<long> BatchSizes, Tensor<long> SortedIndices, Tensor<long> UnsortedIndices)
{
    /// <summary>Sequences that were sorted as <paramref name="sortedIndices"/> say.</summary>
    /// <param name="data">The steps: [sum of lengths, *].</param>
    /// <param name="batchSizes">How many sequences have each step: [longest length].</param>
    /// <param name="sortedIndices">The place of each sequence in the batch. Default: they are in order.</param>
    public PackedSequence(Tensor data, Tensor<long> batchSizes, Tensor<long>? sortedIndices = null)
        : this(data, batchSizes, sortedIndices ??= Tensor<long>.Arange((int)batchSizes[0].Item()), sortedIndices.ArgSort())
    {
    }

    /// <summary>The tensors in the order of the constructor.</summary>
    internal TensorBase[] Parts => [Data, BatchSizes, SortedIndices, UnsortedIndices];

    /// <summary>The sequences that four tensors make up.</summary>
    internal static PackedSequence Of(TensorBase[] parts) => new((Tensor)parts[0], (Tensor<long>)parts[1], (Tensor<long>)parts[2], (Tensor<long>)parts[3]);
}
