// NNG3005: Cross-entropy takes logits of any sign, and after a ReLU no class can get less than 0: leave out the last ReLU
var model = new Sequential(new Linear(4, 16), new ReLU(), new Linear(16, 3), new ReLU());
Console.WriteLine([|F.CrossEntropy(model.Call(Tensor.Randn(8, 4)), Tensor<long>.Zeros(8))|]);
