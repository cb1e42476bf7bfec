namespace NnGen;

/// <summary>Borders of one value around the last dim: torch.nn.ConstantPad1d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right)</c>. Negative: so many are taken away.</param>
/// <param name="value">The value.</param>
[Module]
public sealed partial class ConstantPad1d(Sides1D padding, double value)
{
    /// <summary>Elements on each side.</summary>
    public Sides1D Padding { get; } = padding;

    /// <summary>What stands in the borders.</summary>
    public double Value { get; } = value;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[*, W].</param>
    public Tensor Forward(Tensor input) => Pad1dOp.Apply(input, Padding, PaddingMode.Constant, Value);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"padding={Padding}, value={TorchText.Number(Value)}";
}
