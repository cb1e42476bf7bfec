using NnGen;

namespace Programs.Functions.IndexSelect;

[Module]
public partial class Reordered
{
    private readonly Linear fc = new(4, 4);
    [Buffer] private readonly Tensor<long> order = Tensor<long>.From([2, 0, 3, 1], [4]);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x).IndexSelect(1, order) + x;
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Reordered(), n => [Tensor.Randn(n, 4)]);
}
