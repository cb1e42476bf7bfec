Rng.ManualSeed(1);
var model = new Sequential(new Flatten(), new Linear(28 * 28, 128), new ReLU(), new Linear(128, 10));
var criterion = new CrossEntropyLoss();
var optimizer = new SGD(model.Parameters(), lr: 0.01);
for (var epoch = 0; epoch < 2; epoch++)
{
    foreach (var (images, labels) in Batches(3))
    {
        optimizer.ZeroGrad();
        var loss = criterion.Call(model.Call(images), labels);
        loss.Backward();
        optimizer.Step();
    }
}

model.Eval();
Console.WriteLine(model.Predict(Tensor.Rand(1, 1, 28, 28)).ArgMax(1));

static IEnumerable<(Tensor Images, Tensor<long> Labels)> Batches(int count)
{
    for (var i = 0; i < count; i++)
        yield return (Tensor.Rand(64, 1, 28, 28), Tensor.Randint(0, 10, [64]));
}
