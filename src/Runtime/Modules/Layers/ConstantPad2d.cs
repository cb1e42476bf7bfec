namespace NnGen;

/// <summary>Borders of one value around the last two dims: torch.nn.ConstantPad2d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right, top, bottom)</c>. Negative: so many are taken away.</param>
/// <param name="value">The value.</param>
[Module]
public sealed partial class ConstantPad2d(Sides2D padding, double value)
{
    /// <summary>Elements on each side.</summary>
    public Sides2D Padding { get; } = padding;

    /// <summary>What stands in the borders.</summary>
    public double Value { get; } = value;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[*, H, W].</param>
    public Tensor Forward(Tensor input) => Pad2dOp.Apply(input, Padding, PaddingMode.Constant, Value);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"padding={Padding}, value={TorchText.Number(Value)}";
}
