var x = Tensor.Linspace(-1, 1, 100).Unsqueeze(1);
var y = x.Pow(2) + 0.1 * Tensor.Randn(100, 1);
var net = new Sequential(new Linear(1, 20), new Tanh(), new Linear(20, 1));
var optimizer = new Adam(net.Parameters(), lr: 0.01);
for (var step = 0; step < 5; step++)
{
    var loss = F.MseLoss(net.Call(x), y);
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
    if (step % 2 == 0)
        Console.WriteLine(loss.Item());
}
