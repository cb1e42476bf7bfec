// NNG1001: 'inputs.MatMul' takes equal sizes at dim 1 of 'inputs' and dim 0 of 'weights', but 'inputs' is [8, 32] and 'weights' is [64, 10]: 32 and 64 differ
var weights = Tensor.Randn(64, 10);
var inputs = Tensor.Randn(8, 32);
Console.WriteLine([|inputs.MatMul(weights)|]);
