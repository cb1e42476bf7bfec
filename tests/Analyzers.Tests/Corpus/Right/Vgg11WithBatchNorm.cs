[Module]
public partial class Vgg11(int classes = 1000)
{
    private readonly Sequential features = new(
        new Conv2d(3, 64, 3, padding: 1), new BatchNorm2d(64), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(64, 128, 3, padding: 1), new BatchNorm2d(128), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(128, 256, 3, padding: 1), new BatchNorm2d(256), new ReLU(),
        new Conv2d(256, 256, 3, padding: 1), new BatchNorm2d(256), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(256, 512, 3, padding: 1), new BatchNorm2d(512), new ReLU(),
        new Conv2d(512, 512, 3, padding: 1), new BatchNorm2d(512), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(512, 512, 3, padding: 1), new BatchNorm2d(512), new ReLU(),
        new Conv2d(512, 512, 3, padding: 1), new BatchNorm2d(512), new ReLU(), new MaxPool2d(2, 2));

    private readonly Linear fc1 = new(512 * 7 * 7, 4096);
    private readonly Dropout drop = new(0.5);
    private readonly Linear fc2 = new(4096, 4096);
    private readonly Linear fc3 = new(4096, classes);

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = features.Forward(x).Flatten(1);
        x = drop.Forward(F.Relu(fc1.Forward(x)));
        x = drop.Forward(F.Relu(fc2.Forward(x)));
        return fc3.Forward(x);
    }
}
