namespace NnGen;

/// <summary>Each group of channels of each sample less its mean, divided by its standard deviation: torch.nn.GroupNorm.</summary>
/// <param name="numGroups">Into how many groups the channels fall.</param>
/// <param name="numChannels">How many channels there are.</param>
/// <param name="eps">Added to the variance. Default: 1e-5.</param>
/// <param name="affine">Whether a weight and a bias are learnt. Default: true.</param>
/// <exception cref="ArgumentException">The groups do not divide the channels.</exception>
[Module]
public sealed partial class GroupNorm(int numGroups, int numChannels, double eps = 1e-5, bool affine = true)
{
    /// <summary>Into how many groups the channels fall.</summary>
    public int NumGroups { get; } = numGroups;

    /// <summary>How many channels there are.</summary>
    public int NumChannels { get; } = numGroups >= 1 && numChannels % numGroups == 0
        ? numChannels
        : throw new ArgumentException("num_channels must be divisible by num_groups");

    /// <summary>Added to the variance. It is read at each call.</summary>
    public double Eps { get; set; } = eps;

    /// <summary>Whether a weight and a bias are learnt.</summary>
    public bool Affine { get; } = affine;

    /// <summary>The factor of each channel, from 1; null where none is learnt.</summary>
    [Shape("numChannels")]
    public Parameter? Weight { get; } = affine ? new Parameter(Tensor.Ones(numChannels)) : null;

    /// <summary>What is added to each channel, from 0; null where nothing is learnt.</summary>
    [Shape("numChannels")]
    public Parameter? Bias { get; } = affine ? new Parameter(Tensor.Zeros(numChannels)) : null;

    /// <summary>The normalised input.</summary>
    /// <param name="input">[N, numChannels, *D].</param>
    /// <returns>Of the same shape.</returns>
    public Tensor Forward(Tensor input) => F.GroupNorm(input, NumGroups, Weight, Bias, Eps);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{NumGroups}, {NumChannels}, eps={TorchText.Number(Eps)}, affine={TorchText.Bool(Affine)}";
}
