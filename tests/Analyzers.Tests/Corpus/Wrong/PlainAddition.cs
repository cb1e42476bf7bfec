// NNG1001: 'a + b' cannot broadcast 'a' [3, 4] with 'b' [4, 3]: 3 and 4 at dim -2 are neither equal nor 1
var a = Tensor.Rand(3, 4);
var b = Tensor.Rand(4, 3);
Console.WriteLine([|a + b|]);
