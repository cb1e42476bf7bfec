using NnGen;

namespace Programs.Functions.Voxels;

[Module]
public partial class Voxels
{
    private readonly Conv3d conv = new(1, 2, 2);
    private readonly Linear fc = new(2, 2);

    public Tensor Forward([Shape("N, 1, 3, 3, 3")] Tensor x) => fc.Forward(F.Relu(conv.Forward(x)).Mean([2, 3, 4]));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Voxels(), n => [Tensor.Randn(n, 1, 3, 3, 3)]);
}
