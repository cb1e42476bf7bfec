[Module]
public partial class ConvNeXtBlock(int dim)
{
    private readonly Conv2d dwconv = new(dim, dim, 7, padding: 3, groups: dim);
    private readonly LayerNorm norm = new(dim, eps: 1e-6);
    private readonly Linear pwconv1 = new(dim, 4 * dim);
    private readonly Linear pwconv2 = new(4 * dim, dim);
    private readonly Parameter gamma = new(Tensor.Full([dim], 1e-6));

    public Tensor Forward([Shape("N, dim, H, W")] Tensor x)
    {
        var input = x;
        x = dwconv.Forward(x).Permute(0, 2, 3, 1);
        x = pwconv2.Forward(F.Gelu(pwconv1.Forward(norm.Forward(x))));
        x = gamma * x;
        return input + x.Permute(0, 3, 1, 2);
    }
}

[Module]
public partial class ConvNeXt(int classes = 1000)
{
    private readonly Conv2d stem = new(3, 96, 4, stride: 4);
    private readonly Sequential stage1 = new(new ConvNeXtBlock(96), new ConvNeXtBlock(96), new ConvNeXtBlock(96));
    private readonly Conv2d down1 = new(96, 192, 2, stride: 2);
    private readonly Sequential stage2 = new(new ConvNeXtBlock(192), new ConvNeXtBlock(192), new ConvNeXtBlock(192));
    private readonly Conv2d down2 = new(192, 384, 2, stride: 2);
    private readonly Sequential stage3 = new(new ConvNeXtBlock(384), new ConvNeXtBlock(384));
    private readonly Conv2d down3 = new(384, 768, 2, stride: 2);
    private readonly Sequential stage4 = new(new ConvNeXtBlock(768), new ConvNeXtBlock(768));
    private readonly LayerNorm norm = new(768);
    private readonly Linear head = new(768, classes);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = stage1.Forward(stem.Forward(x));
        x = stage2.Forward(down1.Forward(x));
        x = stage3.Forward(down2.Forward(x));
        x = stage4.Forward(down3.Forward(x));
        return head.Forward(norm.Forward(x.Mean([-2, -1])));
    }
}
