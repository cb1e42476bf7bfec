// NNG1001: 'gru' takes 16 at dim 2, but 'Tensor.Rand(5, 3, 8)' is [5, 3, 8]: let 'gru' take 8
var gru = new GRU(16, 32);
var (y, h) = [|gru.Call(Tensor.Rand(5, 3, 8))|];
