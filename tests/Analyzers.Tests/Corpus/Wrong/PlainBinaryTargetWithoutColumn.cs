// NNG1001: 'new BCEWithLogitsLoss().Call(model.Call(x), y)' takes 'y' as [64, 1] to match 'model.Call(x)' [64, 1], but it is [64]: give it a last dim of size 1
var model = new Sequential(new Linear(20, 1));
var x = Tensor.Randn(64, 20);
var y = Tensor.Ones(64);
var loss = [|new BCEWithLogitsLoss().Call(model.Call(x), y)|];
Console.WriteLine(loss.Item());
