// NNG1001: 'F.Softmax' cannot take 'scores' [5, 3]: dim 2 is out of range, which is -2 to 1
var scores = new Linear(4, 3).Call(Tensor.Rand(5, 4));
Console.WriteLine([|F.Softmax(scores, dim: 2)|]);
