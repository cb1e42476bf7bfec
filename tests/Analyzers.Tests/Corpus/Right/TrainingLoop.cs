var model = new Classifier();
var criterion = new CrossEntropyLoss();
var optimizer = new Adam(model.Parameters(), lr: 0.001);
for (var epoch = 0; epoch < 2; epoch++)
{
    var outputs = model.Call(Tensor.Randn(8, 4));
    var loss = criterion.Call(outputs, Tensor<long>.Zeros(8));
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
}

Console.WriteLine(F.Softmax(model.Predict(Tensor.Randn(1, 4)), 1));

[Module]
public partial class Classifier
{
    private readonly Sequential net = new(new Linear(4, 16), new ReLU(), new Linear(16, 3));

    public Tensor Forward([Shape("N, 4")] Tensor x) => net.Forward(x);
}
