var net = new Net();
var optimizer = new Adam(net.Parameters(), lr: 0.001);
for (var step = 0; step < 3; step++)
{
    var loss = (net.Call(Tensor.Randn(5, 4)) - 1).Abs().Mean();
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
}

net.Eval();
Console.WriteLine(net.Predict(Tensor.Zeros(1, 4)));
Tensor[] history = [Tensor.Zeros(1)];
var models = new List<Net> { net };
Console.WriteLine(history.Length + models.Count);

[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 2);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x);
}
