namespace NnGen;

/// <summary>Borders of zeros around the last two dims: torch.nn.ZeroPad2d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right, top, bottom)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class ZeroPad2d(Sides2D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides2D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[*, H, W].</param>
    public Tensor Forward(Tensor input) => Pad2dOp.Apply(input, Padding, PaddingMode.Constant);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
