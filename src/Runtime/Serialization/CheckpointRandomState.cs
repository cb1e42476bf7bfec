namespace NnGen.Serialization;

/// <summary>The state of the default generator in a checkpoint: PyTorch's own, and the position of the counter-based stream.</summary>
internal static class CheckpointRandomState
{
    private const string StateKey = "rng_state";
    private const string CounterKey = "rng_counter";

    /// <summary>The keys under which it stands.</summary>
    public static IEnumerable<string> Keys => [StateKey, CounterKey];

    /// <summary>Adds the state to a checkpoint.</summary>
    public static void Write(TorchDict checkpoint)
    {
        var bytes = Rng.GetState().AsSpan();
        checkpoint[StateKey] = Tensor<byte>.From(bytes[..GeneratorState.TorchSize]);
        checkpoint[CounterKey] = BitConverter.ToInt64(bytes[GeneratorState.TorchSize..]);
    }

    /// <summary>The state in a checkpoint, as <see cref="Rng.SetState"/> takes it.</summary>
    /// <exception cref="CheckpointException">It is no such state.</exception>
    public static Tensor<byte> Read(TorchDict checkpoint)
    {
        var state = Tensor<byte>.From([.. checkpoint.Get<Tensor<byte>>(StateKey).AsSpan(), .. BitConverter.GetBytes(checkpoint.Get<long>(CounterKey))]);
        try
        {
            new Generator().SetState(state);
            return state;
        }
        catch (ArgumentException e)
        {
            throw new CheckpointException($"'{StateKey}' is no random state: {e.Message}", e);
        }
    }
}
