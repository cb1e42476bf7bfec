[Module]
public partial class Recognizer(int letters)
{
    private readonly Sequential cnn = new(
        new Conv2d(1, 64, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(64, 128, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(128, 256, 3, padding: 1), new BatchNorm2d(256), new ReLU(), new MaxPool2d((2, 1)),
        new Conv2d(256, 512, (4, 3), padding: (0, 1)), new ReLU());

    private readonly LSTM rnn = new(512, 256, numLayers: 2, bidirectional: true);
    private readonly Linear fc = new(512, letters);

    [return: Shape("W // 4, N, letters")]
    public Tensor Forward([Shape("N, 1, 32, W")] Tensor x)
    {
        var features = cnn.Forward(x).Squeeze(2).Permute(2, 0, 1);
        var (y, _) = rnn.Forward(features);
        return F.LogSoftmax(fc.Forward(y), 2);
    }
}
