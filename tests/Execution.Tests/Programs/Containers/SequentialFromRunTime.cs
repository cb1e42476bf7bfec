using NnGen;
using System.Collections.Generic;
using System.Linq;

namespace Programs.Containers.SequentialFromRunTime;

// torchvision's make_layers: what the list holds is known only when the program runs.
[Module]
public partial class Made
{
    private readonly Sequential features;

    public Made(IReadOnlyList<int> widths, bool batchNorm)
    {
        var layers = new List<Module>();
        foreach (var (input, output) in widths.Zip(widths.Skip(1)))
        {
            layers.Add(new Linear(input, output));
            if (batchNorm)
                layers.Add(new BatchNorm1d(output));
            layers.Add(new Tanh());
        }

        features = new Sequential([.. layers]);
    }

    public Tensor Forward(Tensor x) => features.Forward(x);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Made([3, 4, 2], false), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Made([3, 4, 5, 2], true), n => [Tensor.Randn(n, 3)]);
}
