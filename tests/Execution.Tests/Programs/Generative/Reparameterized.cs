using NnGen;

namespace Programs.Generative.Reparameterized;

/// <summary>A variational autoencoder that draws its noise itself (Kingma and Welling 2014).</summary>
[Module]
public partial class Vae(int features, int hidden, int latent)
{
    private readonly Linear encoder = new(features, hidden);
    private readonly Linear mean = new(hidden, latent);
    private readonly Linear logVariance = new(hidden, latent);
    private readonly Sequential decoder = new(new Linear(latent, hidden), new Tanh(), new Linear(hidden, features));

    public (Tensor Reconstruction, Tensor Mean, Tensor LogVariance) Forward([Shape("N, features")] Tensor x)
    {
        var h = F.Tanh(encoder.Forward(x));
        var (mu, logvar) = (mean.Forward(h), logVariance.Forward(h));
        return (decoder.Forward(Reparameterize(mu, logvar)), mu, logvar);
    }

    private Tensor Reparameterize(Tensor mu, Tensor logvar)
    {
        if (!Training)
            return mu;
        var std = (0.5f * logvar).Exp();
        var eps = Tensor.RandnLike(std);
        return mu + eps * std;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Vae(6, 8, 3), n => [Tensor.Randn(n, 6)]);
}
