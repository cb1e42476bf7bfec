// NNG1001: 'new CrossEntropyLoss().Call(model.Call(x), y)' takes equal sizes at dim 1 of 'model.Call(x)' and dim 1 of 'y', but 'model.Call(x)' is [32, 6] and 'y' is [32, 5]: 6 and 5 differ
var x = Tensor.Randn(32, 10);
var y = Tensor.Zeros(32, 5);
var model = new Linear(10, 6);
var loss = [|new CrossEntropyLoss().Call(model.Call(x), y)|];
