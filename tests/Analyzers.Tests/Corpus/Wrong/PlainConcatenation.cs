// NNG1001: 'F.Cat' cannot take 'b' [5, 2]: dim 0 must be 4 as in the first tensor, [4, 3]
var a = Tensor.Rand(4, 3);
var b = Tensor.Rand(5, 2);
var c = [|F.Cat([a, b], dim: 1)|];
