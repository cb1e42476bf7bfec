// NNG1001: 'F.MseLoss' takes 'prices' as [32, 1] to match 'net.Call(features)' [32, 1], but it is [32]: give it a last dim of size 1
var net = new Sequential(new Linear(13, 50), new ReLU(), new Linear(50, 1));
var prices = Tensor.Rand(32);
var features = Tensor.Rand(32, 13);
Console.WriteLine([|F.MseLoss(net.Call(features), prices)|].Item());
