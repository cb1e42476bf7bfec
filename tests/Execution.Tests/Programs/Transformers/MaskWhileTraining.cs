using NnGen;

namespace Programs.Transformers.MaskWhileTraining;

// Attention that looks ahead in evaluation only, with a mask that the caller may give.
[Module]
public partial class MaskWhileTraining(int width)
{
    private readonly Linear qkv = new(width, 3 * width);
    private readonly Linear project = new(width, width);

    public Tensor Forward([Shape("N, T, width")] Tensor x, [Shape("T, T")] Tensor? mask = null)
    {
        var (q, k, v) = qkv.Forward(x).Chunk(3, -1);
        var used = Training ? mask : null;
        return project.Forward(F.ScaledDotProductAttention(q, k, v, used));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new MaskWhileTraining(4), n => [Tensor.Randn(n, 5, 4), Tensor.Randn(5, 5)]);
}
