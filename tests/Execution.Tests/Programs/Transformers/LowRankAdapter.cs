using NnGen;
using System;

namespace Programs.Transformers.LowRankAdapter;

// LoRA: a frozen layer and a low-rank change of it that is trained.
[Module]
public partial class LoraLinear : Module
{
    private readonly Linear linear;
    private readonly Parameter loraA;
    private readonly Parameter loraB;
    private readonly float scaling;

    public LoraLinear(int inFeatures, int outFeatures, int rank, float alpha)
    {
        linear = new(inFeatures, outFeatures);
        linear.RequiresGrad = false;
        loraA = new(Tensor.Randn(rank, inFeatures) / MathF.Sqrt(rank));
        loraB = new(Tensor.Full([outFeatures, rank], 0.1));
        scaling = alpha / rank;
    }

    public Tensor Forward(Tensor x) => linear.Forward(x) + scaling * F.Linear(F.Linear(x, loraA), loraB);
}

[Module]
public partial class Adapted
{
    private readonly LoraLinear query = new(4, 4, 2, 3);
    private readonly LoraLinear value = new(4, 4, 2, 3);

    public Tensor Forward([Shape("N, T, 4")] Tensor x)
    {
        var scores = query.Forward(x).MatMul(x.Transpose(1, 2)) / MathF.Sqrt(x.Shape[^1]);
        return F.Softmax(scores, -1).MatMul(value.Forward(x));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Adapted(), n => [Tensor.Randn(n, 3, 4)]);
}
