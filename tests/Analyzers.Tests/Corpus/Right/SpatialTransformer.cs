[Module]
public partial class SpatialTransformerNet
{
    private readonly Sequential localization = new(new Conv2d(1, 8, 7), new MaxPool2d(2, 2), new ReLU(), new Conv2d(8, 10, 5), new MaxPool2d(2, 2), new ReLU());
    private readonly Sequential theta = new(new Linear(10 * 3 * 3, 32), new ReLU(), new Linear(32, 3 * 2));
    private readonly Conv2d conv1 = new(1, 10, 5);
    private readonly Conv2d conv2 = new(10, 20, 5);
    private readonly Linear fc1 = new(320, 50);
    private readonly Linear fc2 = new(50, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        var transform = theta.Forward(localization.Forward(x).View(-1, 10 * 3 * 3)).View(-1, 2, 3);
        var grid = F.AffineGrid(transform, [x.Size(0), 1, 28, 28]);
        x = F.GridSample(x, grid);
        x = F.Relu(F.MaxPool2d(conv1.Forward(x), 2));
        x = F.Relu(F.MaxPool2d(conv2.Forward(x), 2));
        x = F.Relu(fc1.Forward(x.View(-1, 320)));
        return F.LogSoftmax(fc2.Forward(x), 1);
    }
}
