namespace NnGen.Kernels;

/// <summary>Queries, keys and values of all heads in one block of memory, or their gradients.</summary>
internal readonly ref struct HeadParts
{
    /// <param name="sizes">The sizes.</param>
    /// <param name="memory">The memory.</param>
    public HeadParts(MultiheadSizes sizes, Span<float> memory)
    {
        var queries = sizes.Batch * sizes.Queries * sizes.Features;
        var keys = sizes.Batch * sizes.AllKeys * sizes.Features;
        memory.Check(queries + (2 * keys));
        Query = memory[..queries];
        Key = memory.Slice(queries, keys);
        Value = memory.Slice(queries + keys, keys);
    }

    public Span<float> Query { get; }

    public Span<float> Key { get; }

    public Span<float> Value { get; }
}
