namespace NnGen;

/// <summary>x, and 0 where its absolute value is at most lambd: torch.nn.Hardshrink.</summary>
/// <param name="lambd">The largest absolute value that becomes 0. Default: 0.5.</param>
[Module]
public sealed partial class Hardshrink(double lambd = 0.5)
{
    /// <summary>The largest absolute value that becomes 0.</summary>
    public double Lambd { get; set; } = lambd;

    /// <summary>x, and 0 where its absolute value is at most lambd.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Hardshrink(input, Lambd);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{TorchText.Number(Lambd)}";
}
