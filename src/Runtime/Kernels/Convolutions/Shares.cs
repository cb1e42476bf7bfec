namespace NnGen.Kernels;

/// <summary>A convolution cut into pieces of work: a group of channels and some samples, of few samples a share of their places.</summary>
internal readonly struct Shares
{
    /// <summary>Multiply-adds worth laying the samples out once more.</summary>
    private const long PanelWork = 1 << 22;

    private readonly int _batch;
    private readonly int _groups;
    private readonly Split _samples;

    /// <param name="convolution">The convolution.</param>
    /// <param name="samples">How many samples are laid out at a time.</param>
    public Shares(in Convolution convolution, int samples)
    {
        _batch = convolution.Batch;
        _groups = convolution.Groups;
        _samples = Split.By(_batch, samples);
        var work = (long)convolution.OutputSize * convolution.GroupOut * convolution.Window;
        var pieces = Math.Max(1, _samples.Pieces * _groups);

        // Every place is computed alike in any share, so the number of threads may decide.
        Panels = pieces >= Threads.Count ? 1 : (int)Math.Clamp(work / PanelWork, 1, (2 * Threads.Count) / pieces);
    }

    /// <summary>Shares of the places.</summary>
    public int Panels { get; }

    /// <summary>How many pieces there are.</summary>
    public int Count => _batch == 0 ? 0 : _samples.Pieces * _groups * Panels;

    /// <summary>What a piece computes.</summary>
    public (int Group, int Sample, int Samples, int Share) Part(int part)
    {
        var (piece, share) = (part / Panels, part % Panels);
        var (stretch, group) = (piece / _groups, piece % _groups);
        var start = _samples.Start(stretch);
        return (group, start, _samples.Start(stretch + 1) - start, share);
    }
}
