using NnGen;

namespace Programs.Basics.TwoLayers;

// The two-layer network of PyTorch's first tutorials.
[Module]
public partial class TwoLayerNet
{
    private readonly Linear linear1;
    private readonly Linear linear2;

    public TwoLayerNet(int inputs, int hidden, int outputs)
    {
        linear1 = new Linear(inputs, hidden);
        linear2 = new Linear(hidden, outputs);
    }

    public Tensor Forward(Tensor x)
    {
        var h = linear1.Forward(x).Clamp(min: 0);
        return linear2.Forward(h);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TwoLayerNet(5, 6, 2), n => [Tensor.Randn(n, 5)]);
}
