using NnGen;

namespace Programs.Containers.TiedWeights;

[Module]
public partial class TiedAutoencoder
{
    private readonly Linear encoder = new(5, 3);
    private readonly Parameter decoderBias = new(Tensor.Zeros(5));

    public Tensor Forward([Shape("N, 5")] Tensor x)
    {
        var code = F.Sigmoid(encoder.Forward(x));
        return F.Linear(code, encoder.Weight.Transpose(0, 1), decoderBias);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TiedAutoencoder(), n => [Tensor.Randn(n, 5)]);
}
