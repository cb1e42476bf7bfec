using NnGen;

namespace Programs.Metric.ContrastiveLoss;

[Module]
public partial class ContrastiveLoss(double margin)
{
    public Tensor Forward([Shape("N, D")] Tensor a, [Shape("N, D")] Tensor b, [Shape("N")] Tensor label)
    {
        var distance = ((a - b).Square().Sum(1) + 1e-6).Sqrt();
        var same = (1 - label) * distance.Square();
        var different = label * F.Relu(margin - distance).Square();
        return (same + different).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new ContrastiveLoss(2), n => [Tensor.Randn(n, 3), Tensor.Randn(n, 3), Tensor.Rand(n)]) { IsScalar = true };
}
