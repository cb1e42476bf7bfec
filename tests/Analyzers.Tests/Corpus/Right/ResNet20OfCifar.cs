[Module]
public partial class Residual(int inPlanes, int planes, int stride)
{
    private readonly Conv2d conv1 = new(inPlanes, planes, 3, stride: stride, padding: 1, bias: false);
    private readonly BatchNorm2d bn1 = new(planes);
    private readonly Conv2d conv2 = new(planes, planes, 3, padding: 1, bias: false);
    private readonly BatchNorm2d bn2 = new(planes);

    public Tensor Forward([Shape("N, inPlanes, H, W")] Tensor x)
    {
        var y = F.Relu(bn1.Forward(conv1.Forward(x)));
        y = bn2.Forward(conv2.Forward(y));
        if (inPlanes != planes)
            x = F.Pad(x, [0, 0, 0, 0, planes / 4, planes / 4]);
        return F.Relu(y + F.AvgPool2d(x, stride));
    }
}

[Module]
public partial class ResNet20
{
    private readonly Conv2d stem = new(3, 16, 3, padding: 1, bias: false);
    private readonly BatchNorm2d norm = new(16);
    private readonly ModuleList<Residual> stage1 = new(3, _ => new Residual(16, 16, 1));
    private readonly ModuleList<Residual> stage2 = new(3, i => new Residual(i == 0 ? 16 : 32, 32, i == 0 ? 2 : 1));
    private readonly ModuleList<Residual> stage3 = new(3, i => new Residual(i == 0 ? 32 : 64, 64, i == 0 ? 2 : 1));
    private readonly Linear fc = new(64, 10);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = F.Relu(norm.Forward(stem.Forward(x)));
        foreach (var block in stage1)
            x = block.Forward(x);
        foreach (var block in stage2)
            x = block.Forward(x);
        foreach (var block in stage3)
            x = block.Forward(x);
        return fc.Forward(x.Mean([2, 3]));
    }
}
