using NnGen;
using NnGen.Data;
using NnGen.Optim;

Console.WriteLine(Capabilities.Describe());
Rng.ManualSeed(0);
var loader = new DataLoader(Mnist.Load("samples/data/mnist", train: true), batchSize: 64, shuffle: true);
var model = new MnistClassifier();
var criterion = new CrossEntropyLoss();
var optimizer = new SGD(model.Parameters(), lr: 0.01);
var last = 0f;
foreach (var (images, labels) in loader)
{
    var outputs = model.Call(images);
    var loss = criterion.Call(outputs, labels);
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
    last = loss.Item();
}

Console.WriteLine($"loss after one epoch: {last:F4}");
model.Save("mnist.safetensors");

Console.WriteLine($"squared norm of the first bias: {Interop.SumOfSquares(model.StateDict()["fc1.bias"] as Tensor ?? Tensor.Zeros(1)):F4}");
var step = new Classification(model);
foreach (var (images, labels) in loader)
{
    Console.WriteLine($"in one call: {step.ValueAndGrad(images, labels):F4}");
    break;
}

[Module]
public partial class MnistClassifier
{
    private readonly Linear fc1 = new(28 * 28, 128);
    private readonly Linear fc2 = new(128, 64);
    private readonly Linear fc3 = new(64, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = F.Flatten(x, 1);
        x = F.Relu(fc1.Forward(x));
        x = F.Relu(fc2.Forward(x));
        return fc3.Forward(x);
    }
}

[Module]
public partial class Classification(MnistClassifier model)
{
    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x, [Shape("N")] Tensor<long> y)
        => F.CrossEntropy(model.Forward(x), y, labelSmoothing: 0.1f);
}
