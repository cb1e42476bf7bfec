// NNG1001: 'F.CrossEntropy' takes equal sizes at dim 1 of 'logits' and dim 1 of 'Tensor.Rand(8, 9)', but 'logits' is [8, 10] and 'Tensor.Rand(8, 9)' is [8, 9]: 10 and 9 differ
var logits = new Linear(32, 10).Call(Tensor.Randn(8, 32));
Console.WriteLine([|F.CrossEntropy(logits, Tensor.Rand(8, 9))|].Item());
