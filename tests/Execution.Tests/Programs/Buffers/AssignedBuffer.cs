using NnGen;

namespace Programs.Buffers.AssignedBuffer;

[Module]
public partial class Whitening
{
    [Buffer] private Tensor scale = Tensor.Ones(3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        if (Training)
            scale = (0.9 * scale + 0.1 * x.Std(0)).Detach();
        return x / (scale + 1e-2);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Whitening(), n => [Tensor.Randn(n + 1, 3)]) { IsSmooth = false };
}
