// NNG1001: 'F.Stack' takes 'Tensor.Rand(3, 5)' as [3, 4] to match 'Tensor.Rand(3, 4)' [3, 4], but it is [3, 5]
var s = [|F.Stack([Tensor.Rand(3, 4), Tensor.Rand(3, 5)], dim: 0)|];
