using NnGen;

namespace Programs.Generative.DenoisingDiffusion;

// One step of DDPM training: noise, time embedding, prediction of the noise.
[Module]
public partial class Denoiser(int features)
{
    private readonly Embedding time = new(10, features);
    private readonly Linear fc1 = new(features, 8);
    private readonly Linear fc2 = new(8, features);

    public Tensor Forward([Shape("N, features")] Tensor x, [Shape("N")] Tensor<long> t)
        => fc2.Forward(F.Silu(fc1.Forward(x + time.Forward(t))));
}

[Module]
public partial class DiffusionLoss(Denoiser model)
{
    public Tensor Forward([Shape("N, D")] Tensor x0, [Shape("N, D")] Tensor noise, [Shape("N, 1")] Tensor alphaBar, [Shape("N")] Tensor<long> t)
    {
        var noisy = alphaBar.Sqrt() * x0 + (1 - alphaBar).Sqrt() * noise;
        return F.MseLoss(model.Forward(noisy, t), noise);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new DiffusionLoss(new Denoiser(3)),
            n => [Tensor.Randn(n, 3), Tensor.Randn(n, 3), Tensor.Rand(n, 1) * 0.5 + 0.25, Tensor.Randint(0, 10, [n])])
        { IsScalar = true };
}
