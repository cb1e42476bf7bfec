using NnGen;

namespace Programs.Vision.StyleTransfer;

// Convolution, instance normalization from reductions, residual, upsampling.
[Module]
public partial class InstanceNorm(int channels)
{
    private readonly Parameter weight = new(Tensor.Ones(1, channels, 1, 1));
    private readonly Parameter bias = new(Tensor.Zeros(1, channels, 1, 1));

    [return: Shape("N, channels, H, W")]
    public Tensor Forward([Shape("N, channels, H, W")] Tensor x)
    {
        var mean = x.Mean([2, 3], keepDim: true);
        var variance = x.Var([2, 3], keepDim: true, correction: 0);
        return (x - mean) / (variance + 1e-3).Sqrt() * weight + bias;
    }
}

[Module]
public partial class TransformerNet
{
    private readonly Conv2d conv1 = new(2, 3, 3, stride: 2, padding: 1, paddingMode: PaddingMode.Reflect);
    private readonly InstanceNorm in1 = new(3);
    private readonly Conv2d res = new(3, 3, 3, padding: 1);
    private readonly InstanceNorm in2 = new(3);
    private readonly Upsample upsample = new(scaleFactor: 2);
    private readonly Conv2d deconv = new(3, 2, 3, padding: 1);

    public Tensor Forward([Shape("N, 2, 4, 4")] Tensor x)
    {
        var y = F.Relu(in1.Forward(conv1.Forward(x)));
        y = y + in2.Forward(res.Forward(y));
        return deconv.Forward(upsample.Forward(y));
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new TransformerNet(), n => [Tensor.Randn(n, 2, 4, 4)]);
}
