using NnGen;

namespace Programs.Methods.Records;

// Records of tensors are made, changed, taken apart and handed on as tuples are.
public sealed record Gaussian(Tensor Mean, Tensor LogVariance);

[Module]
public partial class Encoder
{
    private readonly Linear hidden = new(4, 6);
    private readonly Linear mean = new(6, 2);
    private readonly Linear logVariance = new(6, 2);

    public Gaussian Forward([Shape("N, 4")] Tensor x)
    {
        var h = F.Tanh(hidden.Forward(x));
        return new Gaussian(mean.Forward(h), logVariance.Forward(h));
    }
}

[Module]
public partial class Autoencoder
{
    private readonly Encoder encoder = new();
    private readonly Linear decoder = new(2, 4);

    public (Tensor Output, Tensor Loss) Forward([Shape("N, 4")] Tensor x)
    {
        var latent = encoder.Forward(x);
        latent = latent with { LogVariance = latent.LogVariance.Clamp(-1, 1) };
        var output = decoder.Forward(latent.Mean);
        return (output, Divergence(latent) + F.MseLoss(output, x));
    }

    private static Tensor Divergence(Gaussian latent) => (-0.5f * (1 + latent.LogVariance - latent.Mean.Square() - latent.LogVariance.Exp())).Mean();
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Autoencoder(), n => [Tensor.Randn(n, 4)]);
}
