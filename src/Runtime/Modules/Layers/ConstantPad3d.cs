namespace NnGen;

/// <summary>Borders of one value around the last three dims: torch.nn.ConstantPad3d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right, top, bottom, front, back)</c>. Negative: so many are taken away.</param>
/// <param name="value">The value.</param>
[Module]
public sealed partial class ConstantPad3d(Sides3D padding, double value)
{
    /// <summary>Elements on each side.</summary>
    public Sides3D Padding { get; } = padding;

    /// <summary>What stands in the borders.</summary>
    public double Value { get; } = value;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[*, D, H, W].</param>
    public Tensor Forward(Tensor input) => Pad3dOp.Apply(input, Padding, PaddingMode.Constant, Value);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"padding={Padding}, value={TorchText.Number(Value)}";
}
