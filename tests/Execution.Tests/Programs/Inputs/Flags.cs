using NnGen;

namespace Programs.Inputs.Flags;

[Module]
public partial class MaskedAttention
{
    private readonly Linear qkv = new(4, 4);

    public Tensor Forward([Shape("N, T, 4")] Tensor x, [Shape("T, T")] Tensor<bool> mask)
    {
        var h = qkv.Forward(x);
        return F.ScaledDotProductAttention(h, h, h, mask);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new MaskedAttention(),
            n => [Tensor.Randn(n, 3, 4), Tensor<bool>.From([true, false, false, true, true, false, true, true, true], [3, 3])]);
}
