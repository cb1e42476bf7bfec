using NnGen;

namespace Programs.Structured.VectorQuantizer;

// VQ-VAE's straight-through step over distances to the codebook.
[Module]
public partial class VectorQuantizer
{
    private readonly Embedding codebook = new(5, 3);

    public (Tensor Quantized, Tensor Loss) Forward([Shape("N, 3")] Tensor z)
    {
        var distances = (z.Unsqueeze(1) - codebook.Weight.Unsqueeze(0)).Square().Sum(2);
        var codes = distances.ArgMin(1);
        var q = codebook.Forward(codes);
        var loss = F.MseLoss(q, z.Detach()) + 0.25 * F.MseLoss(z, q.Detach());
        return (z + (q - z).Detach(), loss);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new VectorQuantizer(), n => [Tensor.Randn(n, 3)]) { IsSmooth = false };
}
