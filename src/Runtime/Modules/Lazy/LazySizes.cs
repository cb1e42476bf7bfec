namespace NnGen;

/// <summary>Where lazy layers find the size that they are made for.</summary>
internal static class LazySizes
{
    /// <summary>The channels of an input with a batch or without one.</summary>
    /// <param name="input">Its shape.</param>
    /// <param name="dims">How many dims stand behind the channels.</param>
    /// <param name="layer">Name of the layer.</param>
    /// <exception cref="ShapeException">The input has another number of dims.</exception>
    public static int Channels(Shape input, int dims, string layer)
    {
        if (input.Rank == dims + 2)
            return input[1];
        if (input.Rank == dims + 1)
            return input[0];
        throw new ShapeException($"Expected {dims + 1}D (unbatched) or {dims + 2}D (batched) input to {layer}, but got input of size: {input}");
    }

    /// <summary>The channels of a batch.</summary>
    /// <inheritdoc cref="Channels"/>
    public static int ChannelsOfBatch(Shape input, int dims, string layer)
    {
        if (input.Rank == dims + 2 || (dims == 1 && input.Rank == 2))
            return input[1];
        throw new ShapeException($"expected {(dims == 1 ? "2D or " : "")}{dims + 2}D input to {layer} (got {input.Rank}D input)");
    }
}
