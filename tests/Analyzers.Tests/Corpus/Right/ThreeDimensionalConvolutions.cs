[Module]
public partial class C3d
{
    private readonly Sequential features = new(
        new Conv3d(3, 64, 3, padding: 1), new ReLU(), new MaxPool3d((1, 2, 2)),
        new Conv3d(64, 128, 3, padding: 1), new ReLU(), new MaxPool3d(2),
        new Conv3d(128, 256, 3, padding: 1), new ReLU(), new MaxPool3d(2),
        new Conv3d(256, 512, 3, padding: 1), new ReLU(), new MaxPool3d(2),
        new Conv3d(512, 512, 3, padding: 1), new ReLU(), new MaxPool3d(2, padding: (0, 1, 1)));

    private readonly Sequential classifier = new(new Linear(8192, 4096), new ReLU(), new Dropout(), new Linear(4096, 487));

    public Tensor Forward([Shape("N, 3, 16, 112, 112")] Tensor clip) => classifier.Forward(features.Forward(clip).View(-1, 8192));
}
