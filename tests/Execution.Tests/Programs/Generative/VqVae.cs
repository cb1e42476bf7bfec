using NnGen;

namespace Programs.Generative.VqVae;

// A vector-quantized autoencoder: the nearest code, a straight-through gradient, codebook and commitment losses.
[Module]
public partial class Quantizer(int codes, int dim, double commitment = 0.25)
{
    private readonly Embedding codebook = new(codes, dim);

    public (Tensor Quantized, Tensor Loss, Tensor<long> Codes) Forward([Shape("N, dim, H, W")] Tensor z)
    {
        var rows = z.Permute(0, 2, 3, 1);
        var flat = rows.Reshape(-1, dim);
        var weight = codebook.Weight;
        var distances = flat.Pow(2).Sum(1, keepDim: true) - 2 * flat.MatMul(weight.T) + weight.Pow(2).Sum(1);
        var nearest = distances.ArgMin(1);
        var quantized = codebook.Forward(nearest).View(rows.Shape);
        var loss = F.MseLoss(quantized, rows.Detach()) + commitment * F.MseLoss(quantized.Detach(), rows);
        quantized = rows + (quantized - rows).Detach();
        return (quantized.Permute(0, 3, 1, 2), loss, nearest.View(rows.Shape[..^1]));
    }
}

[Module]
public partial class VqVae
{
    private readonly Sequential encoder = new(new Conv2d(1, 4, 4, stride: 2, padding: 1), new ReLU(), new Conv2d(4, 3, 3, padding: 1));
    private readonly Quantizer quantizer = new(5, 3);
    private readonly Sequential decoder = new(new Conv2d(3, 4, 3, padding: 1), new ReLU(), new ConvTranspose2d(4, 1, 4, stride: 2, padding: 1));

    public (Tensor Reconstruction, Tensor Loss) Forward([Shape("N, 1, 2*H, 2*W")] Tensor x)
    {
        var (quantized, loss, _) = quantizer.Forward(encoder.Forward(x));
        var reconstruction = decoder.Forward(quantized);
        return (reconstruction, F.MseLoss(reconstruction, x) + loss);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new VqVae(), n => [Tensor.Randn(n, 1, 4, 4)]) { IsSmooth = false };
}
