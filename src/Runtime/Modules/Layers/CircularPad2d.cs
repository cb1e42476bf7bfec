namespace NnGen;

/// <summary>The other end of the input as borders around the last two dims: torch.nn.CircularPad2d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right, top, bottom)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class CircularPad2d(Sides2D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides2D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[N, C, H, W] or [C, H, W].</param>
    public Tensor Forward(Tensor input) => Pad2dOp.Apply(input, Padding, PaddingMode.Circular);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
