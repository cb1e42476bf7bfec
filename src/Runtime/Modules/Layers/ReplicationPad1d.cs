namespace NnGen;

/// <summary>The outermost elements of the input as borders around the last dim: torch.nn.ReplicationPad1d.</summary>
/// <param name="padding">A number for every side, or <c>(left, right)</c>. Negative: so many are taken away.</param>
[Module]
public sealed partial class ReplicationPad1d(Sides1D padding)
{
    /// <summary>Elements on each side.</summary>
    public Sides1D Padding { get; } = padding;

    /// <summary>The input with borders.</summary>
    /// <param name="input">[N, C, W] or [C, W].</param>
    public Tensor Forward(Tensor input) => Pad1dOp.Apply(input, Padding, PaddingMode.Replicate);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{Padding}";
}
