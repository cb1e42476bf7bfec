// NNG3007: 'model.Call' runs as in training, with 'BatchNorm2d': call 'model.Eval()' before the loop, or 'Predict'
var model = new Classifier();
var optimizer = new Adam(model.Parameters());
for (var epoch = 0; epoch < 10; epoch++)
{
    optimizer.ZeroGrad();
    var loss = F.CrossEntropy(model.Call(Tensor.Randn(32, 1, 28, 28)), Tensor<long>.Zeros(32));
    loss.Backward();
    optimizer.Step();
}

var correct = 0L;
foreach (var images in new[] { Tensor.Randn(32, 1, 28, 28), Tensor.Randn(32, 1, 28, 28) })
    correct += [|model.Call(images)|].ArgMax(1).Eq(0).Sum().Item();
Console.WriteLine(correct);

[Module]
public partial class Classifier
{
    private readonly Sequential features = new(new Conv2d(1, 8, 3), new BatchNorm2d(8), new ReLU(), new MaxPool2d(2), new Flatten());
    private readonly Linear head = new(8 * 13 * 13, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => head.Forward(features.Forward(x));
}
