using NnGen;

namespace Programs.Functions.Masking;

[Module]
public partial class CausalScores
{
    private readonly Linear q = new(4, 4);
    private readonly Linear k = new(4, 4);
    [Buffer(Persistent = false)] private readonly Tensor<bool> future = Tensor<bool>.From([false, true, true, false, false, true, false, false, false], [3, 3]);

    public Tensor Forward([Shape("N, 3, 4")] Tensor x)
    {
        var scores = q.Forward(x).MatMul(k.Forward(x).Transpose(1, 2)) / 2;
        return scores.MaskedFill(future, -1e9).Softmax(-1).MatMul(x);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new CausalScores(), n => [Tensor.Randn(n, 3, 4)]);
}
