// NNG1001: 'x.Transpose' cannot take 'x' [2, 3]: dim 2 is out of range, which is -2 to 1
var x = Tensor.Rand(2, 3);
Console.WriteLine([|x.Transpose(1, 2)|]);
