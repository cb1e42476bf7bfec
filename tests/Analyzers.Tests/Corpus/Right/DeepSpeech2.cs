[Module]
public partial class DeepSpeech(int labels)
{
    private readonly Sequential conv = new(
        new Conv2d(1, 32, (41, 11), (2, 2), (20, 5)), new BatchNorm2d(32), new Hardtanh(0, 20),
        new Conv2d(32, 32, (21, 11), (2, 1), (10, 5)), new BatchNorm2d(32), new Hardtanh(0, 20));

    private readonly GRU rnn = new(32 * 41, 512, numLayers: 3, batchFirst: true, bidirectional: true);
    private readonly Linear fc = new(2 * 512, labels);

    public Tensor Forward([Shape("N, 1, 161, T")] Tensor x)
    {
        x = conv.Forward(x);
        x = x.View(x.Size(0), 32 * 41, -1).Transpose(1, 2);
        var (y, _) = rnn.Forward(x);
        return F.LogSoftmax(fc.Forward(y), -1).Transpose(0, 1);
    }
}
