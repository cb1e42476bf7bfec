// NNG1001: 'F.MseLoss' takes 'target' as [16, 2] to match 'model.Call(Tensor.Randn(16, 10))' [16, 2], but it is [16, 3]
var model = new Linear(10, 2);
var target = Tensor.Zeros(16, 3);
var optimizer = new SGD(model.Parameters(), lr: 0.1);
for (var step = 0; step < 10; step++)
{
    var loss = [|F.MseLoss(model.Call(Tensor.Randn(16, 10)), target)|];
    optimizer.ZeroGrad();
    loss.Backward();
    optimizer.Step();
}
