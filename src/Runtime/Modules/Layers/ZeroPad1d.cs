namespace NnGen;

/// <summary>Borders of zeros around the last dim: torch.nn.ZeroPad1d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class ZeroPad1d(Sides1D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides1D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[*, W].</param>
    public Tensor Forward(Tensor input) => Pad1dOp.Apply(input, Padding, PaddingMode.Constant);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
