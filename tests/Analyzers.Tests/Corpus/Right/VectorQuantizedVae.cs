[Module]
public partial class Quantizer(int codes, int dim)
{
    private readonly Parameter codebook = new(Tensor.Randn(codes, dim));

    public (Tensor Quantized, Tensor Loss) Forward([Shape("N, dim, H, W")] Tensor z)
    {
        var flat = z.Permute(0, 2, 3, 1).Reshape(-1, dim);
        var distances = flat.Square().Sum(1, keepDim: true) - 2 * flat.MatMul(codebook.T) + codebook.Square().Sum(1);
        var index = distances.ArgMin(1);
        var quantized = codebook.IndexSelect(0, index).View(z.Size(0), z.Size(2), z.Size(3), dim).Permute(0, 3, 1, 2);
        var loss = F.MseLoss(quantized, z.Detach()) + 0.25 * F.MseLoss(quantized.Detach(), z);
        return (z + (quantized - z).Detach(), loss);
    }
}

[Module]
public partial class VqVae
{
    private readonly Sequential encoder = new(new Conv2d(3, 128, 4, 2, 1), new ReLU(), new Conv2d(128, 128, 4, 2, 1), new ReLU(), new Conv2d(128, 64, 1));
    private readonly Quantizer quantizer = new(512, 64);
    private readonly Sequential decoder = new(new ConvTranspose2d(64, 128, 4, 2, 1), new ReLU(), new ConvTranspose2d(128, 3, 4, 2, 1));

    public (Tensor Reconstruction, Tensor Loss) Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        var (quantized, loss) = quantizer.Forward(encoder.Forward(x));
        var y = decoder.Forward(quantized);
        return (y, F.MseLoss(y, x) + loss);
    }
}
