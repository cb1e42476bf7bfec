namespace NnGen;

/// <summary>
/// Each channel of 2 or 3 dims less its mean, divided by its standard deviation: torch.nn.BatchNorm1d. In training those are the
/// batch's own, and the running ones are moved towards them; in evaluation they are the running ones.
/// </summary>
/// <param name="numFeatures">How many channels there are.</param>
/// <param name="eps">Added to the variance. Default: 1e-5.</param>
/// <param name="momentum">Share of a batch in the running statistics; null: all batches count alike. Default: 0.1.</param>
/// <param name="affine">Whether a weight and a bias are learnt. Default: true.</param>
/// <param name="trackRunningStats">Whether running statistics are kept; without them each batch's own are always used. Default: true.</param>
[Module]
public sealed partial class BatchNorm1d(
    int numFeatures, double eps = 1e-5, double? momentum = 0.1, bool affine = true, bool trackRunningStats = true)
    : IRunningStatistics
{
    /// <summary>How many channels there are.</summary>
    public int NumFeatures { get; } = numFeatures;

    /// <summary>Added to the variance. It is read at each call.</summary>
    public double Eps { get; set; } = eps;

    /// <summary>Share of a batch in the running statistics; null: all batches count alike. It is read at each call.</summary>
    public double? Momentum { get; set; } = momentum;

    /// <summary>Whether a weight and a bias are learnt.</summary>
    public bool Affine { get; } = affine;

    /// <summary>Whether running statistics are kept.</summary>
    public bool TrackRunningStats { get; } = trackRunningStats;

    /// <summary>The factor of each channel, from 1; null where none is learnt.</summary>
    [Shape("numFeatures")]
    public Parameter? Weight { get; } = affine ? new Parameter(Tensor.Ones(numFeatures)) : null;

    /// <summary>What is added to each channel, from 0; null where nothing is learnt.</summary>
    [Shape("numFeatures")]
    public Parameter? Bias { get; } = affine ? new Parameter(Tensor.Zeros(numFeatures)) : null;

    /// <summary>The running means; null where none are kept.</summary>
    [Buffer]
    [Shape("numFeatures")]
    public Tensor? RunningMean { get; } = trackRunningStats ? Tensor.Zeros(numFeatures) : null;

    /// <summary>The running variances; null where none are kept.</summary>
    [Buffer]
    [Shape("numFeatures")]
    public Tensor? RunningVar { get; } = trackRunningStats ? Tensor.Ones(numFeatures) : null;

    /// <summary>How many batches the running statistics have seen; null where none are kept.</summary>
    [Buffer]
    public Tensor<long>? NumBatchesTracked { get; } = trackRunningStats ? Tensor<long>.Zeros() : null;

    /// <summary>The normalised input.</summary>
    /// <param name="input">[N, numFeatures] or [N, numFeatures, L].</param>
    /// <returns>Of the same shape.</returns>
    [ShapeContract("input: N, numFeatures, L -> y: N, numFeatures, L | input: N, numFeatures -> y: N, numFeatures")]
    [return: Shape("N, numFeatures, *L")]
    public Tensor Forward([Shape("N, numFeatures, *L")] Tensor input)
    {
        if (input.Rank > 3)
            throw new ShapeException($"expected 2D or 3D input (got {input.Rank}D input)");
        return F.BatchNorm(input, RunningMean, RunningVar, Weight, Bias, Training || !TrackRunningStats, Momentum, Eps, NumBatchesTracked);
    }

    /// <summary>Starts the running statistics again.</summary>
    public void ResetRunningStats() => NormLayers.Reset(RunningMean, RunningVar, NumBatchesTracked);

    /// <inheritdoc/>
    protected internal override int StateVersion => NormLayers.StateVersion;

    /// <inheritdoc/>
    protected internal override void UpgradeState(StateUpgrade state) => NormLayers.Upgrade(state);

    /// <inheritdoc/>
    protected override string ExtraRepr() => NormLayers.Text(NumFeatures, Eps, Momentum, Affine, TrackRunningStats);
}
