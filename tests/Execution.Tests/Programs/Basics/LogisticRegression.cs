using NnGen;

namespace Programs.Basics.LogisticRegression;

[Module]
public sealed partial class LogisticRegression
{
    private readonly Linear _score = new(5, 1);

    public Tensor Forward([Shape("N, 5")] Tensor features)
    {
        Tensor score = _score.Forward(features);
        return F.Sigmoid(score).Squeeze(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new LogisticRegression(), n => [Tensor.Randn(n, 5)]);
}
