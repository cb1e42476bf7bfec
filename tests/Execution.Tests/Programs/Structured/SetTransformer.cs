using NnGen;
using System;
using System.Collections.Generic;

namespace Programs.Structured.SetTransformer;

// Sets of any size: induced attention and pooling by learned seeds.
[Module]
public partial class MultiheadBlock(int dim, int heads)
{
    private readonly Linear fcQ = new(dim, dim);
    private readonly Linear fcK = new(dim, dim);
    private readonly Linear fcV = new(dim, dim);
    private readonly Linear fcO = new(dim, dim);

    public Tensor Forward([Shape("N, L, dim")] Tensor queries, [Shape("N, M, dim")] Tensor keys)
    {
        var q = fcQ.Forward(queries);
        var (k, v) = (fcK.Forward(keys), fcV.Forward(keys));
        var size = dim / heads;
        var merged = new List<Tensor>();
        for (var head = 0; head < heads; head++)
        {
            var part = (head * size)..((head + 1) * size);
            var scores = q[.., .., part].MatMul(k[.., .., part].Transpose(1, 2)) / MathF.Sqrt(dim);
            merged.Add(q[.., .., part] + F.Softmax(scores, -1).MatMul(v[.., .., part]));
        }

        var o = F.Cat(merged, dim: -1);
        return o + F.Relu(fcO.Forward(o));
    }
}

[Module]
public partial class SetTransformer(int dim, int inducing, int seeds)
{
    private readonly Linear embed = new(2, dim);
    private readonly Parameter induced = new(Tensor.Randn(1, inducing, dim) * 0.5);
    private readonly MultiheadBlock gather = new(dim, 2);
    private readonly MultiheadBlock spread = new(dim, 2);
    private readonly Parameter seed = new(Tensor.Randn(1, seeds, dim) * 0.5);
    private readonly MultiheadBlock pool = new(dim, 2);
    private readonly Linear head = new(dim, 1);

    public Tensor Forward([Shape("N, L, 2")] Tensor set)
    {
        var x = embed.Forward(set);
        var h = gather.Forward(induced.Expand(x.Shape[0], -1, -1), x);
        x = spread.Forward(x, h);
        return head.Forward(pool.Forward(seed.Expand(x.Shape[0], -1, -1), x)).Squeeze(-1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new SetTransformer(4, 2, 2), n => [Tensor.Randn(n, n + 2, 2)]);
}
