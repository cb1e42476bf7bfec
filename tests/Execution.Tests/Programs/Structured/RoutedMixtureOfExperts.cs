using NnGen;

namespace Programs.Structured.RoutedMixtureOfExperts;

// Hard routing of a whole batch: which expert runs is known only when the gate has spoken.
[Module]
public partial class RoutedMixture
{
    private readonly Linear gate = new(4, 2);
    private readonly Linear first = new(4, 3);
    private readonly Linear second = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var scores = gate.Forward(x).Mean(0).Softmax(-1);
        if (scores[0].Item() > scores[1].Item())
            return first.Forward(x) * scores[0];
        return second.Forward(x) * scores[1];
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new RoutedMixture(), n => [Tensor.Randn(n, 4)]);
}
