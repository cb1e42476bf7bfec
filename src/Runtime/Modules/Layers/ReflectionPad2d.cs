namespace NnGen;

/// <summary>The input mirrored at its outermost elements, which are not repeated, as borders around the last two dims: torch.nn.ReflectionPad2d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right, top, bottom)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class ReflectionPad2d(Sides2D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides2D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[N, C, H, W] or [C, H, W].</param>
    public Tensor Forward(Tensor input) => Pad2dOp.Apply(input, Padding, PaddingMode.Reflect);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
