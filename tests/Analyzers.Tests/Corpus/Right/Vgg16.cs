[Module]
public partial class Vgg16(int numClasses = 1000)
{
    private readonly Sequential features = new(
        new Conv2d(3, 64, 3, padding: 1), new ReLU(), new Conv2d(64, 64, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(64, 128, 3, padding: 1), new ReLU(), new Conv2d(128, 128, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(128, 256, 3, padding: 1), new ReLU(), new Conv2d(256, 256, 3, padding: 1), new ReLU(), new Conv2d(256, 256, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(256, 512, 3, padding: 1), new ReLU(), new Conv2d(512, 512, 3, padding: 1), new ReLU(), new Conv2d(512, 512, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(512, 512, 3, padding: 1), new ReLU(), new Conv2d(512, 512, 3, padding: 1), new ReLU(), new Conv2d(512, 512, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2));
    private readonly Sequential classifier = new(
        new Linear(512 * 7 * 7, 4096), new ReLU(), new Dropout(), new Linear(4096, 4096), new ReLU(), new Dropout(), new Linear(4096, numClasses));

    [return: Shape("N, numClasses")]
    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor x) => classifier.Forward(F.Flatten(features.Forward(x), 1));
}
