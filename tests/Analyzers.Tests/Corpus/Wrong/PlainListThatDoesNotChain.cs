// NNG1001: 'layers[2]' takes 40 features, but 'b' is [4, 30]: let 'layers[2]' take 30
var layers = new ModuleList<Linear>(new Linear(10, 20), new Linear(20, 30), new Linear(40, 5));
var x = Tensor.Rand(4, 10);
var a = layers[0].Call(x);
var b = layers[1].Call(a);
var c = [|layers[2].Call(b)|];
