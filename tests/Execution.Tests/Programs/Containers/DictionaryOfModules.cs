using NnGen;
using System.Collections.Generic;

namespace Programs.Containers.DictionaryOfModules;

// All modules of a dictionary in the order in which they were added, with and without their names.
[Module]
public partial class Tasks
{
    private readonly Linear trunk = new(5, 4);
    private readonly ModuleDict<Linear> heads = new(("depth", new Linear(4, 2)), ("normal", new Linear(4, 2)), ("edge", new Linear(4, 2)));

    public Tensor Forward([Shape("N, 5")] Tensor x)
    {
        x = F.Relu(trunk.Forward(x));
        var total = Tensor.Zeros(x.Shape[0], 2);
        foreach (var (_, head) in heads)
            total = total + head.Forward(x);
        foreach (var (name, head) in heads)
            total = total + (name == "edge" ? 2f : 1f) * F.Tanh(head.Forward(x));
        foreach (KeyValuePair<string, Linear> entry in heads)
            total = total * F.Sigmoid(entry.Value.Forward(x));
        foreach (var head in heads.Values)
            total = total - head.Forward(x).Sigmoid();
        foreach (var name in heads.Keys)
            total = total + heads[name].Forward(x).Abs();
        return total;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Tasks(), n => [Tensor.Randn(n, 5)]);
}
