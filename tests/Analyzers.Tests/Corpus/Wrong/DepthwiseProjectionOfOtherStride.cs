// NNG1001: 'block' (BasicBlock(64, 128, 2)) cannot take 'x' [N, 64, 56, 56]: 'conv2.Forward(F.Relu(conv1.Forward(x))) + shortcut.Forward(x)' cannot broadcast 'conv2.Forward(F.Relu(conv1.Forward(x)))' [N, 128, 28, 28] with 'shortcut.Forward(x)' [N, 128, 56, 56]: 28 and 56 at dim -2 are neither equal nor 1
[Module]
public partial class BasicBlock(int inPlanes, int planes, int stride)
{
    private readonly Conv2d conv1 = new(inPlanes, planes, 3, stride: stride, padding: 1);
    private readonly Conv2d conv2 = new(planes, planes, 3, padding: 1);
    private readonly Conv2d shortcut = new(inPlanes, planes, 1);

    public Tensor Forward([Shape("N, inPlanes, H, W")] Tensor x) => F.Relu(conv2.Forward(F.Relu(conv1.Forward(x))) + shortcut.Forward(x));
}

[Module]
public partial class Net
{
    private readonly BasicBlock block = new(64, 128, 2);

    public Tensor Forward([Shape("N, 64, 56, 56")] Tensor x) => [|block.Forward(x)|];
}
