using System.Buffers;

namespace NnGen.Kernels;

/// <summary>Which rows of packed sequences belong to which step and sample, in borrowed memory.</summary>
internal readonly ref struct PackedRows
{
    private readonly int[] _starts;
    private readonly int[] _order;

    /// <param name="batchSizes">How many sequences have each step: positive and falling, then zeros.</param>
    /// <param name="sortedIndices">The place of each sequence in the batch, the longest first.</param>
    /// <param name="rows">How many rows there are; those that no step has are not read.</param>
    /// <exception cref="ArgumentException">These are no sequences.</exception>
    public PackedRows(ReadOnlySpan<long> batchSizes, ReadOnlySpan<long> sortedIndices, int rows)
    {
        Check(batchSizes, sortedIndices, rows);
        _starts = ArrayPool<int>.Shared.Rent(batchSizes.Length + 1);
        _order = ArrayPool<int>.Shared.Rent(sortedIndices.Length);
        _starts[0] = 0;
        for (; Steps < batchSizes.Length && batchSizes[Steps] > 0; Steps++)
            _starts[Steps + 1] = _starts[Steps] + (int)batchSizes[Steps];
        for (var i = 0; i < sortedIndices.Length; i++)
            _order[i] = (int)sortedIndices[i];
    }

    /// <summary>How many steps the longest sequence has.</summary>
    public int Steps { get; }

    /// <summary>The sizes of a stack over these rows.</summary>
    public RecurrentSizes Of(RecurrentSizes sizes) => sizes with { Steps = Steps, Batch = _starts[1], BatchFirst = false, Starts = _starts, Order = _order };

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_order);
    }

    private static void Check(ReadOnlySpan<long> batchSizes, ReadOnlySpan<long> sortedIndices, int rows)
    {
        long sum = 0;
        long last = sortedIndices.Length;
        foreach (var size in batchSizes)
        {
            if (size < 0 || size > last)
                throw new ArgumentException("The batch sizes of a packed sequence begin with the number of sequences and do not rise.", nameof(batchSizes));
            sum += last = size;
        }

        if (batchSizes.Length == 0 || batchSizes[0] != sortedIndices.Length)
            throw new ArgumentException("The batch sizes of a packed sequence begin with the number of sequences and do not rise.", nameof(batchSizes));
        if (sum > rows)
            throw new ArgumentException($"The batch sizes of a packed sequence add up to {sum}, but its data have {rows} rows.", nameof(batchSizes));
        foreach (var index in sortedIndices)
        {
            if (index < 0 || index >= sortedIndices.Length)
                throw new ArgumentException($"There is no sequence {index} among {sortedIndices.Length}.", nameof(sortedIndices));
        }
    }
}
