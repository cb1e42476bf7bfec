using NnGen;

namespace Programs.Structured.WideAndDeep;

[Module]
public partial class WideAndDeep
{
    private readonly Linear wide = new(4, 1);
    private readonly Embedding category = new(3, 2);
    private readonly Sequential deep = new(new Linear(6, 5), new ReLU(), new Dropout(0.2), new Linear(5, 1));

    public Tensor Forward([Shape("N, 4")] Tensor dense, [Shape("N")] Tensor<long> sparse)
    {
        var joined = F.Cat([dense, category.Forward(sparse)], dim: 1);
        return F.Sigmoid(wide.Forward(dense) + deep.Forward(joined));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new WideAndDeep(), n => [Tensor.Randn(n, 4), Tensor.Randint(0, 3, [n])]);
}
