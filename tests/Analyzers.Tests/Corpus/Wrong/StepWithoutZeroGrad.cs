// NNG3006: Gradients of all steps before add up, since nothing calls 'ZeroGrad' before 'optimizer.Step'
var model = new Linear(4, 1);
var optimizer = new SGD(model.Parameters(), lr: 0.1);
foreach (var x in new[] { Tensor.Randn(8, 4), Tensor.Randn(8, 4) })
{
    model.Call(x).Square().Mean().Backward();
    [|optimizer.Step()|];
}
