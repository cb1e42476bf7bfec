namespace NnGen;

/// <summary>x moved towards 0 by lambd, and 0 where it is no larger: torch.nn.Softshrink.</summary>
/// <param name="lambd">How far elements are moved. Default: 0.5.</param>
[Module]
public sealed partial class Softshrink(double lambd = 0.5)
{
    /// <summary>How far elements are moved.</summary>
    public double Lambd { get; set; } = lambd;

    /// <summary>x moved towards 0 by lambd, and 0 where it is no larger.</summary>
    /// <param name="input">Of any shape, which the result has too.</param>
    [return: Shape("*S")]
    public Tensor Forward([Shape("*S")] Tensor input) => F.Softshrink(input, Lambd);

    /// <inheritdoc/>
    protected override string ExtraRepr() => $"{TorchText.Number(Lambd)}";
}
