namespace NnGen;

/// <summary>The generator that is used wherever none is given.</summary>
public static class Rng
{
    /// <summary>The generator. It starts from a seed that nobody can foresee.</summary>
    public static Generator Default { get; } = new(Generator.NondeterministicSeed());

    /// <summary>The seed from which the generator started.</summary>
    public static long InitialSeed => Default.InitialSeed;

    /// <summary>Starts again from a seed: what follows is the same in every run, and follows PyTorch's <c>torch.manual_seed</c>.</summary>
    /// <returns>The generator.</returns>
    public static Generator ManualSeed(long seed) => Default.ManualSeed(seed);

    /// <inheritdoc cref="Generator.Seed"/>
    public static long Seed() => Default.Seed();

    /// <inheritdoc cref="Generator.GetState"/>
    public static Tensor<byte> GetState() => Default.GetState();

    /// <inheritdoc cref="Generator.SetState"/>
    public static void SetState(Tensor<byte> state) => Default.SetState(state);

    /// <inheritdoc cref="Generator.NextState"/>
    public static RandomState NextState(long count) => RandomTape.Current is { } tape ? tape.Next(count) : Default.NextState(count);
}
