using NnGen;

namespace NnGen.Tests.Modules.Parametrized;

[Module]
public sealed partial class Symmetric : IRightInverse
{
    public Tensor Forward([Shape("N, N")] Tensor x) => x.Triu() + x.Triu(1).Transpose(0, 1);

    public Tensor RightInverse(Tensor value) => value.Triu();
}

[Module]
public sealed partial class Scaled
{
    private readonly Parameter factor = new(Tensor.Full([1], 1.5));

    public Tensor Forward(Tensor x) => x * factor;
}

/// <summary>Spectral norms inside a compiled module.</summary>
[Module]
public sealed partial class Discriminator
{
    [Name("0")]
    private readonly Conv2d conv = NnUtils.SpectralNorm(new Conv2d(1, 3, 3));

    [Name("3")]
    private readonly Linear fc = NnUtils.SpectralNorm(new Linear(3 * 4 * 4, 1), nPowerIterations: 2);

    public Tensor Forward([Shape("N, 1, 6, 6")] Tensor x) => fc.Forward(F.Relu(conv.Forward(x)).Flatten(1));
}

/// <summary>A recurrent cell whose weight is normalised.</summary>
[Module]
public sealed partial class NormedCell
{
    private readonly GRUCell cell = NnUtils.WeightNorm(new GRUCell(3, 4), "weight_hh");

    public Tensor Forward([Shape("N, 3")] Tensor x) => cell.Forward(x);
}
