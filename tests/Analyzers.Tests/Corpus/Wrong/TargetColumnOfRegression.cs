// NNG1001: 'new MSELoss().Call(model.Call(x).Squeeze(-1), y)' takes 'y' as [32] to match 'model.Call(x).Squeeze(-1)' [32], but it is [32, 1]: drop its last dim
var x = Tensor.Randn(32, 10);
var y = Tensor.Randn(32, 1);
var model = new Linear(10, 1);
var loss = [|new MSELoss().Call(model.Call(x).Squeeze(-1), y)|];
