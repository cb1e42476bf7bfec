namespace NnGen;

/// <summary>The other end of the input as borders around the last three dims: torch.nn.CircularPad3d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right, top, bottom, front, back)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class CircularPad3d(Sides3D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides3D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[N, C, D, H, W] or [C, D, H, W].</param>
    public Tensor Forward(Tensor input) => Pad3dOp.Apply(input, Padding, PaddingMode.Circular);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
