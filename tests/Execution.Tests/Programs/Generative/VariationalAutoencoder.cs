using NnGen;

namespace Programs.Generative.VariationalAutoencoder;

// PyTorch's VAE example; the noise is an input.
[Module]
public partial class Vae
{
    private readonly Linear fc1 = new(6, 5);
    private readonly Linear fc21 = new(5, 2);
    private readonly Linear fc22 = new(5, 2);
    private readonly Linear fc3 = new(2, 5);
    private readonly Linear fc4 = new(5, 6);

    public (Tensor Mu, Tensor LogVar) Encode([Shape("N, 6")] Tensor x)
    {
        var h1 = F.Relu(fc1.Forward(x));
        return (fc21.Forward(h1), fc22.Forward(h1));
    }

    public Tensor Decode([Shape("N, 2")] Tensor z) => F.Sigmoid(fc4.Forward(F.Relu(fc3.Forward(z))));

    public (Tensor Reconstruction, Tensor Mu, Tensor LogVar) Forward([Shape("N, 6")] Tensor x, [Shape("N, 2")] Tensor noise)
    {
        var (mu, logvar) = Encode(x);
        var z = Reparameterize(mu, logvar, noise);
        return (Decode(z), mu, logvar);
    }

    private static Tensor Reparameterize(Tensor mu, Tensor logvar, Tensor eps)
    {
        var std = (0.5 * logvar).Exp();
        return mu + eps * std;
    }
}

[Module]
public partial class VaeLoss(Vae model)
{
    public Tensor Forward([Shape("N, 6")] Tensor x, [Shape("N, 2")] Tensor noise)
    {
        var (reconstruction, mu, logvar) = model.Forward(x, noise);
        var bce = -(x * (reconstruction + 1e-6).Log() + (1 - x) * (1 + 1e-6 - reconstruction).Log()).Sum();
        var kld = -0.5 * (1 + logvar - mu.Pow(2) - logvar.Exp()).Sum();
        return bce + kld;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Vae(), n => [Tensor.Rand(n, 6), Tensor.Randn(n, 2)]);

    [Sample]
    public static Sample Create2() => new(() => new VaeLoss(new Vae()), n => [Tensor.Rand(n, 6), Tensor.Randn(n, 2)]) { IsScalar = true };
}
