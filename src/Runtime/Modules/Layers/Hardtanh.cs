namespace NnGen;

/// <summary>x limited to a range: torch.nn.Hardtanh.</summary>
/// <param name="minVal">The lower limit. Default: -1.</param>
/// <param name="maxVal">The upper limit. Default: 1.</param>
/// <exception cref="ArgumentException">The upper limit is not above the lower one.</exception>
[Module]
public sealed partial class Hardtanh(double minVal = -1, double maxVal = 1)
{
    /// <summary>The lower limit.</summary>
    public double MinVal { get; set; } = Checked(minVal, maxVal);

    /// <summary>The upper limit.</summary>
    public double MaxVal { get; set; } = maxVal;

    /// <summary>x limited to a range.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Hardtanh(input, MinVal, MaxVal);

    private static double Checked(double minVal, double maxVal) => maxVal > minVal
        ? minVal
        : throw new ArgumentException($"max_val must be above min_val, but got {maxVal} and {minVal}", nameof(maxVal));

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"min_val={TorchText.Number(MinVal)}, max_val={TorchText.Number(MaxVal)}";
}
