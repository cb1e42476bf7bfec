[Module]
public partial class Fire(int inPlanes, int squeezePlanes, int expand1, int expand3)
{
    private readonly Conv2d squeeze = new(inPlanes, squeezePlanes, 1);
    private readonly Conv2d one = new(squeezePlanes, expand1, 1);
    private readonly Conv2d three = new(squeezePlanes, expand3, 3, padding: 1);

    public Tensor Forward(Tensor x)
    {
        x = F.Relu(squeeze.Forward(x));
        return F.Cat([F.Relu(one.Forward(x)), F.Relu(three.Forward(x))], 1);
    }
}

[Module]
public partial class SqueezeNet(int classes = 1000)
{
    private readonly Sequential features = new(
        new Conv2d(3, 64, 3, stride: 2), new ReLU(), new MaxPool2d(3, 2, ceilMode: true),
        new Fire(64, 16, 64, 64), new Fire(128, 16, 64, 64), new MaxPool2d(3, 2, ceilMode: true),
        new Fire(128, 32, 128, 128), new Fire(256, 32, 128, 128), new MaxPool2d(3, 2, ceilMode: true),
        new Fire(256, 48, 192, 192), new Fire(384, 48, 192, 192), new Fire(384, 64, 256, 256), new Fire(512, 64, 256, 256));

    private readonly Sequential classifier = new(new Dropout(0.5), new Conv2d(512, classes, 1), new ReLU(), new AdaptiveAvgPool2d((1, 1)));

    [return: Shape("N, classes")]
    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x) => F.Flatten(classifier.Forward(features.Forward(x)), 1);
}
