// NNG1001: 'Linear(30, 5)' takes 30 features, but 'input' from 'Linear(10, 20)' is [..., 20]: let 'Linear(30, 5)' take 20
var layers = new ModuleList<Linear>(new Linear(10, 20), new Linear(30, 5));
var x = Tensor.Rand(4, 10);
foreach (var layer in layers)
    x = F.Relu([|layer.Call(x)|]);
