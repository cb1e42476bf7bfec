var a = Tensor.Rand(3, 1, 5);
var b = Tensor.Rand(4, 1);
var sum = a + b;
var product = sum.MatMul(Tensor.Rand(5, 2));
var weights = product.Softmax(-1).Transpose(1, 2);
Console.WriteLine(weights.Reshape(-1, 4).Sum(0, keepDim: true) * 2f);
Console.WriteLine(F.Cat([a, Tensor.Zeros(3, 2, 5)], 1).Shape);
