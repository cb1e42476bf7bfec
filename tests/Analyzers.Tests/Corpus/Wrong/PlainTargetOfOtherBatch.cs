// NNG1001: 'criterion' takes equal sizes at dim 0 of 'model.Call(Tensor.Randn(8, 4))' and dim 0 of 'Tensor<long>.Zeros(16)', but 'model.Call(Tensor.Randn(8, 4))' is [8, 3] and 'Tensor<long>.Zeros(16)' is [16]: 8 and 16 differ
var model = new Sequential(new Linear(4, 16), new ReLU(), new Linear(16, 3));
var criterion = new CrossEntropyLoss();
var loss = [|criterion.Call(model.Call(Tensor.Randn(8, 4)), Tensor<long>.Zeros(16))|];
loss.Backward();
