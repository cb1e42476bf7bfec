namespace NnGen;

/// <summary>The other end of the input as borders around the last dim: torch.nn.CircularPad1d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class CircularPad1d(Sides1D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides1D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[N, C, W] or [C, W].</param>
    public Tensor Forward(Tensor input) => Pad1dOp.Apply(input, Padding, PaddingMode.Circular);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
