[Module]
public partial class MobileNetV1
{
    private static Sequential Standard(int from, int to, int stride) => new(new Conv2d(from, to, 3, stride, 1, bias: false), new BatchNorm2d(to), new ReLU());

    private static Sequential Depthwise(int from, int to, int stride) => new(
        new Conv2d(from, from, 3, stride, 1, groups: from, bias: false), new BatchNorm2d(from), new ReLU(),
        new Conv2d(from, to, 1, bias: false), new BatchNorm2d(to), new ReLU());

    private readonly Sequential model = new(
        Standard(3, 32, 2),
        Depthwise(32, 64, 1), Depthwise(64, 128, 2), Depthwise(128, 128, 1), Depthwise(128, 256, 2), Depthwise(256, 256, 1),
        Depthwise(256, 512, 2), Depthwise(512, 512, 1), Depthwise(512, 512, 1), Depthwise(512, 512, 1), Depthwise(512, 512, 1), Depthwise(512, 512, 1),
        Depthwise(512, 1024, 2), Depthwise(1024, 1024, 1),
        new AvgPool2d(7));

    private readonly Linear fc = new(1024, 1000);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = model.Forward(x);
        x = x.View(-1, 1024);
        return fc.Forward(x);
    }
}
