// NNG1001: 'Reshape' cannot take 'Tensor.Zeros(6, 4)' [6, 4]: its 24 elements do not fill [5, 5], which has 25
var x = Tensor.Arange(12).Reshape(3, 4);
var y = [|Tensor.Zeros(6, 4).Reshape(5, 5)|];
Console.WriteLine(x + y.Sum());
