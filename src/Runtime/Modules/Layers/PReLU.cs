namespace NnGen;

/// <summary>x where positive, else x times a slope that is learnt: torch.nn.PReLU.</summary>
/// <param name="numParameters">How many slopes there are: 1, or one for each channel. Default: 1.</param>
/// <param name="init">What they start at. Default: 0.25.</param>
[Module]
public sealed partial class PReLU(int numParameters = 1, double init = 0.25)
{
    /// <summary>How many slopes there are.</summary>
    public int NumParameters { get; } = numParameters;

    /// <summary>The slopes.</summary>
    [Shape("numParameters")]
    public Parameter Weight { get; set; } = new(Tensor.Full([numParameters], (float)init));

    /// <summary>x where positive, else x times a slope.</summary>
    /// <param name="input">Of any shape; with several slopes the second dim is that of channels.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Prelu(input, Weight);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"num_parameters={NumParameters}";
}
