namespace MnistSample;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public required int Epochs { get; init; }

    public required int BatchSize { get; init; }

    public required string Optimizer { get; init; }

    public required double Lr { get; init; }

    public required long Seed { get; init; }

    /// <summary>Where the weights are written.</summary>
    public required string Save { get; init; }

    /// <summary>Weights to start from; null: new ones.</summary>
    public required string? Load { get; init; }

    /// <summary>The folder with the MNIST files; null: the repository's.</summary>
    public required string? Data { get; init; }
}
