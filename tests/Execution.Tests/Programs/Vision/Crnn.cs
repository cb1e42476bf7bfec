using NnGen;

namespace Programs.Vision.Crnn;

// Text recognition: a convolutional network reads columns, a recurrent one gives a label to each.
[Module]
public partial class Crnn(int classes)
{
    private readonly Sequential cnn = new(
        new Conv2d(1, 3, 3, padding: 1), new ReLU(), new MaxPool2d(2),
        new Conv2d(3, 4, 3, padding: 1), new BatchNorm2d(4), new ReLU(), new MaxPool2d((2, 1)));

    private readonly LSTM rnn = new(4, 3, batchFirst: true, bidirectional: true);
    private readonly Linear fc = new(6, classes);

    public Tensor Forward([Shape("N, 1, 8, W")] Tensor x)
    {
        var features = cnn.Forward(x).Mean(2).Permute(0, 2, 1);
        var (output, _) = rnn.Forward(features);
        return F.LogSoftmax(fc.Forward(output), 2).Permute(1, 0, 2);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Crnn(5), n => [Tensor.Randn(n, 1, 8, 6)]) { Tolerance = 2e-2 };
}
