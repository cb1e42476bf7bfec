namespace NnGen;

/// <summary>x where it exceeds a threshold, else a value: torch.nn.Threshold.</summary>
/// <param name="threshold">What elements must exceed to stay.</param>
/// <param name="value">What stands in place of other elements.</param>
[Module]
public sealed partial class Threshold(double threshold, double value)
{
    /// <summary>What elements must exceed to stay.</summary>
    public double ThresholdValue { get; set; } = threshold;

    /// <summary>What stands in place of other elements.</summary>
    public double Value { get; set; } = value;

    /// <summary>x where it exceeds a threshold, else a value.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Threshold(input, ThresholdValue, Value);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"threshold={TorchText.Number(ThresholdValue)}, value={TorchText.Number(Value)}";
}
