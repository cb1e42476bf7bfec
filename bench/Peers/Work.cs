namespace NnGen.Benchmarks.Peers;

/// <summary>One thing that both sides do.</summary>
/// <param name="Name">Its name in the table.</param>
/// <param name="Run">NnGen's side, once.</param>
internal sealed record Work(string Name, Action Run)
{
    /// <summary>Its name in the peer's script, if that is another one.</summary>
    public string Peer { get; init; } = Name;

    /// <summary>How many times as fast as the peer it should be.</summary>
    public double? Goal { get; init; }

    /// <summary>How many floating-point operations it takes, where that is what bounds it.</summary>
    public double? Operations { get; init; }
}

/// <summary>A table of works, measured beside one script.</summary>
/// <param name="Name">What it is called on the command line; the peer's script has the same name.</param>
/// <param name="Title">Title of its table in the results.</param>
/// <param name="About">What the works are.</param>
/// <param name="Works">Makes the works, one after the other.</param>
internal sealed record Section(string Name, string Title, string About, Func<IEnumerable<Work>> Works);

/// <summary>How is measured.</summary>
/// <param name="Rounds">How often both sides are timed.</param>
/// <param name="Seconds">How long each side is timed in a round.</param>
/// <param name="Python">A Python with PyTorch.</param>
internal sealed record Conditions(int Rounds, double Seconds, string Python);
