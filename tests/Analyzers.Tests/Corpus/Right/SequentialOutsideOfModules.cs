var plain = new Sequential(new Linear(10, 20), new ReLU(), new Linear(20, 1));
Console.WriteLine(plain.Call(Tensor.Randn(5, 10)).Shape);
