// NNG1001: 'BasicBlock(515, 512, 1)' takes 515 planes, but 'x' from 'BasicBlock(256, 512, 2)' is [_, 512, _, _]: let 'BasicBlock(515, 512, 1)' take 512
[Module]
public partial class BasicBlock(int inPlanes, int planes, int stride)
{
    private readonly Conv2d conv1 = new(inPlanes, planes, 3, stride: stride, padding: 1, bias: false);
    private readonly Conv2d conv2 = new(planes, planes, 3, padding: 1, bias: false);
    private readonly Sequential? downsample = stride != 1 || inPlanes != planes
        ? new(new Conv2d(inPlanes, planes, 1, stride: stride, bias: false), new BatchNorm2d(planes))
        : null;

    public Tensor Forward([Shape("N, inPlanes, H, W")] Tensor x)
    {
        var identity = x;
        var y = conv2.Forward(conv1.Forward(x));
        if (downsample is not null)
            identity = downsample.Forward(x);
        return F.Relu(y + identity);
    }
}
[Module]
public partial class Net
{
    private readonly Sequential layer = new(new BasicBlock(256, 512, 2), [|new BasicBlock(515, 512, 1)|]);
    public Tensor Forward([Shape("N, 256, 14, 14")] Tensor x) => layer.Forward(x);
}
