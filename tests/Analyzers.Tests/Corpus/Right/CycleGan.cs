[Module]
public partial class ResidualBlock(int channels)
{
    private readonly ReflectionPad2d pad = new(1);
    private readonly Conv2d conv1 = new(channels, channels, 3);
    private readonly InstanceNorm2d norm1 = new(channels);
    private readonly Conv2d conv2 = new(channels, channels, 3);
    private readonly InstanceNorm2d norm2 = new(channels);

    public Tensor Forward(Tensor x)
    {
        var y = F.Relu(norm1.Forward(conv1.Forward(pad.Forward(x))));
        return x + norm2.Forward(conv2.Forward(pad.Forward(y)));
    }
}

[Module]
public partial class GeneratorNet(int blocks = 9)
{
    private readonly Sequential down = new(
        new ReflectionPad2d(3), new Conv2d(3, 64, 7), new InstanceNorm2d(64), new ReLU(),
        new Conv2d(64, 128, 3, 2, 1), new InstanceNorm2d(128), new ReLU(),
        new Conv2d(128, 256, 3, 2, 1), new InstanceNorm2d(256), new ReLU());

    private readonly ModuleList<ResidualBlock> middle = new(blocks, _ => new ResidualBlock(256));

    private readonly Sequential up = new(
        new ConvTranspose2d(256, 128, 3, 2, 1, outputPadding: 1), new InstanceNorm2d(128), new ReLU(),
        new ConvTranspose2d(128, 64, 3, 2, 1, outputPadding: 1), new InstanceNorm2d(64), new ReLU(),
        new ReflectionPad2d(3), new Conv2d(64, 3, 7), new Tanh());

    [return: Shape("N, 3, 256, 256")]
    public Tensor Forward([Shape("N, 3, 256, 256")] Tensor x)
    {
        x = down.Forward(x);
        foreach (var block in middle)
            x = block.Forward(x);
        return up.Forward(x);
    }
}

[Module]
public partial class CycleLoss(GeneratorNet there, GeneratorNet back)
{
    public Tensor Forward([Shape("N, 3, 256, 256")] Tensor x) => F.L1Loss(back.Forward(there.Forward(x)), x);
}
