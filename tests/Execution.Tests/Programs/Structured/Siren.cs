using NnGen;
using System;

namespace Programs.Structured.Siren;

// An implicit representation with sines for activations, and the gradient-free initialization of its paper.
[Module]
public partial class SineLayer
{
    private readonly Linear linear;
    private readonly float omega;

    public SineLayer(int inFeatures, int outFeatures, float omega, bool isFirst = false)
    {
        this.omega = omega;
        linear = new(inFeatures, outFeatures);
        var bound = isFirst ? 1.0 / inFeatures : Math.Sqrt(6.0 / inFeatures) / omega;
        Init.Uniform_(linear.Weight, -bound, bound);
    }

    public Tensor Forward(Tensor x) => (omega * linear.Forward(x)).Sin();
}

[Module]
public partial class Siren(int layers)
{
    private readonly SineLayer first = new(2, 5, 3, isFirst: true);
    private readonly ModuleList<SineLayer> hidden = new(layers, _ => new SineLayer(5, 5, 3));
    private readonly Linear last = new(5, 1);

    public Tensor Forward([Shape("N, 2")] Tensor coordinates)
    {
        var x = first.Forward(coordinates);
        foreach (var layer in hidden)
            x = layer.Forward(x);
        return last.Forward(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Siren(2), n => [Tensor.Randn(n, 2)]) { Tolerance = 2e-2 };
}
