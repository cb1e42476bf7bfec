using NnGen;

namespace Programs.Sequences.Highway;

[Module]
public sealed partial class HighwayLayer(int size)
{
    private readonly Linear plain = new(size, size);
    private readonly Linear gate = new(size, size);

    [return: Shape("N, size")]
    public Tensor Forward([Shape("N, size")] Tensor x)
    {
        var t = F.Sigmoid(gate.Forward(x));
        return t * F.Relu(plain.Forward(x)) + (1 - t) * x;
    }
}

[Module]
public partial class Highway(int size, int numLayers)
{
    private readonly ModuleList<HighwayLayer> layers = new(numLayers, _ => new HighwayLayer(size));

    public Tensor Forward([Shape("N, size")] Tensor x)
    {
        for (var i = 0; i < layers.Count; i++)
            x = layers[i].Forward(x);
        return x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Highway(4, 3), n => [Tensor.Randn(n, 4)]);
}
