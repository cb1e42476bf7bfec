using NnGen;

namespace Programs.Functions.GroupNormalization;

[Module]
public partial class GroupNormalized
{
    private readonly Conv2d conv = new(2, 4, 3, padding: 1);
    private readonly GroupNorm norm = new(2, 4);

    public Tensor Forward([Shape("N, 2, H, W")] Tensor x) => F.Silu(norm.Forward(conv.Forward(x)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new GroupNormalized(), n => [Tensor.Randn(n, 2, 3, 3)]);
}
