// NNG1001: 'model' takes 784 features, but 'Tensor.Randn(64, 28, 28)' is [64, 28, 28]: flatten it first (28·28 = 784)
var model = new Linear(784, 10);
Console.WriteLine([|model.Call(Tensor.Randn(64, 28, 28))|].Shape);
