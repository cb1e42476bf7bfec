[Module]
public partial class AlexNet(int numClasses = 1000, double dropout = 0.5)
{
    private readonly Sequential features = new(
        new Conv2d(3, 64, kernelSize: 11, stride: 4, padding: 2),
        new ReLU(),
        new MaxPool2d(kernelSize: 3, stride: 2),
        new Conv2d(64, 192, kernelSize: 5, padding: 2),
        new ReLU(),
        new MaxPool2d(kernelSize: 3, stride: 2),
        new Conv2d(192, 384, kernelSize: 3, padding: 1),
        new ReLU(),
        new Conv2d(384, 256, kernelSize: 3, padding: 1),
        new ReLU(),
        new Conv2d(256, 256, kernelSize: 3, padding: 1),
        new ReLU(),
        new MaxPool2d(kernelSize: 3, stride: 2));
    private readonly AdaptiveAvgPool2d avgpool = new((6, 6));
    private readonly Sequential classifier = new(
        new Dropout(dropout),
        new Linear(256 * 6 * 6, 4096),
        new ReLU(),
        new Dropout(dropout),
        new Linear(4096, 4096),
        new ReLU(),
        new Linear(4096, numClasses));

    [return: Shape("N, numClasses")]
    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x)
    {
        x = features.Forward(x);
        x = avgpool.Forward(x);
        x = x.Flatten(1);
        return classifier.Forward(x);
    }
}
