using NnGen;
using System;

namespace Programs.Generative.MixtureDensity;

// A mixture density network: weights, means and deviations of Gaussians, and the likelihood of a target.
[Module]
public partial class MixtureDensity(int components, int targets)
{
    private readonly Linear hidden = new(3, 8);
    private readonly Linear pi = new(8, components);
    private readonly Linear sigma = new(8, components * targets);
    private readonly Linear mu = new(8, components * targets);

    public Tensor Forward([Shape("N, 3")] Tensor x, [Shape("N, targets")] Tensor y)
    {
        var h = F.Tanh(hidden.Forward(x));
        var logWeights = pi.Forward(h).LogSoftmax(1);
        var deviations = F.Softplus(sigma.Forward(h)).View(-1, components, targets) + 1e-3;
        var z = (y.Unsqueeze(1) - mu.Forward(h).View(-1, components, targets)) / deviations;
        var logDensity = (-0.5 * z * z - deviations.Log()).Sum(2) - 0.5 * targets * Math.Log(2 * Math.PI);
        return -(logWeights + logDensity).LogSumExp(1).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MixtureDensity(3, 2), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 2)]) { IsScalar = true };
}
