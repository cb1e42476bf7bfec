var net = new Crnn(37);
var ctc = new CTCLoss(blank: 0, zeroInfinity: true);
var opt = new AdamW(net.Parameters(), lr: 1e-3);
var images = Tensor.Rand(2, 1, 32, 100);
var targets = Tensor<long>.From(new long[] { 1, 2, 3, 4, 5, 6 }, 2, 3);
var inputLengths = Tensor<long>.From(new long[] { 24, 24 }, 2);
var targetLengths = Tensor<long>.From(new long[] { 3, 3 }, 2);
for (var i = 0; i < 1; i++)
{
    opt.ZeroGrad();
    var logProbs = net.Call(images);
    var loss = ctc.Call(logProbs, targets, inputLengths, targetLengths);
    loss.Backward();
    opt.Step();
}
[Module]
public partial class Crnn(int classes)
{
    private readonly Sequential cnn = new(
        new Conv2d(1, 64, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(64, 128, 3, padding: 1), new ReLU(), new MaxPool2d(2, 2),
        new Conv2d(128, 256, 3, padding: 1), new BatchNorm2d(256), new ReLU(), new MaxPool2d((2, 1), stride: (2, 1)),
        new Conv2d(256, 512, 3, padding: 1), new ReLU(), new MaxPool2d((2, 1), stride: (2, 1)),
        new Conv2d(512, 512, 2), new ReLU());
    private readonly LSTM rnn = new(512, 256, numLayers: 2, bidirectional: true);
    private readonly Linear fc = new(512, classes);
    public Tensor Forward([Shape("N, 1, 32, W")] Tensor x)
    {
        var f = cnn.Forward(x).Squeeze(2).Permute(2, 0, 1);
        var (y, _) = rnn.Forward(f);
        return F.LogSoftmax(fc.Forward(y), 2);
    }
}
