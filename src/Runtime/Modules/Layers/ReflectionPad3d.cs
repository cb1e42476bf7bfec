namespace NnGen;

/// <summary>The input mirrored at its outermost elements, which are not repeated, as borders around the last three dims: torch.nn.ReflectionPad3d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right, top, bottom, front, back)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class ReflectionPad3d(Sides3D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides3D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    public Tensor Forward(Tensor input) => Pad3dOp.Apply(input, Padding, PaddingMode.Reflect);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
