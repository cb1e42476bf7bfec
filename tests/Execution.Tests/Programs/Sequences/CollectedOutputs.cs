using NnGen;
using System.Collections.Generic;

namespace Programs.Sequences.CollectedOutputs;

[Module]
public partial class Unrolled
{
    private readonly GRUCell cell = new(2, 3);
    private readonly Linear head = new(3, 2);

    public Tensor Forward([Shape("N, T, 2")] Tensor x, [Shape("N, 3")] Tensor h)
    {
        var outputs = new List<Tensor>();
        for (var t = 0; t < x.Shape[1]; t++)
        {
            h = cell.Forward(x[.., t], h);
            outputs.Add(head.Forward(h));
        }

        return F.Stack(outputs, dim: 1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Unrolled(), n => [Tensor.Randn(n, 4, 2), Tensor.Randn(n, 3)]);
}
