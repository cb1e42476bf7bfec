using NnGen;

namespace Programs.Vision.ConvNeXt;

[Module]
public partial class ConvNeXtBlock(int dim, double layerScaleInitValue = 0.1)
{
    private readonly Conv2d dwconv = new(dim, dim, kernelSize: 3, padding: 1, groups: dim);
    private readonly LayerNorm norm = new(dim, eps: 1e-6);
    private readonly Linear pwconv1 = new(dim, 4 * dim);
    private readonly GELU act = new();
    private readonly Linear pwconv2 = new(4 * dim, dim);
    private readonly Parameter gamma = new(Tensor.Ones(dim) * layerScaleInitValue);

    [return: Shape("N, dim, H, W")]
    public Tensor Forward([Shape("N, dim, H, W")] Tensor x)
    {
        var input = x;
        x = dwconv.Forward(x);
        x = x.Permute(0, 2, 3, 1);
        x = norm.Forward(x);
        x = pwconv1.Forward(x);
        x = act.Forward(x);
        x = pwconv2.Forward(x);
        x = gamma * x;
        x = x.Permute(0, 3, 1, 2);
        return input + x;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ConvNeXtBlock(3), n => [Tensor.Randn(n, 3, 4, 4)]);
}
