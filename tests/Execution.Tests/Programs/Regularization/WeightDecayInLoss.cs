using NnGen;

namespace Programs.Regularization.WeightDecayInLoss;

[Module]
public partial class Penalized(double l1, double l2)
{
    private readonly Linear fc = new(3, 2);

    public Tensor Forward([Shape("N, 3")] Tensor x, [Shape("N, 2")] Tensor y)
    {
        var loss = F.MseLoss(fc.Forward(x), y);
        if (l1 > 0)
            loss += l1 * fc.Weight.Abs().Sum();
        if (l2 > 0)
            loss += l2 * (fc.Weight * fc.Weight).Sum();
        return loss;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Penalized(0.1, 0), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 2)]) { IsScalar = true };

    [Sample]
    public static Sample Create2() => new(() => new Penalized(0, 0.2), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 2)]) { IsScalar = true };
}
