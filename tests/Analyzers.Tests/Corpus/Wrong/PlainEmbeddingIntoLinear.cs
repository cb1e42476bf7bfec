// NNG1001: 'fc' takes 128 features, but 'embedding.Call(tokens).Mean(1)' is [8, 64]: let 'fc' take 64
var embedding = new Embedding(1000, 64);
var fc = new Linear(128, 2);
var tokens = Tensor.Randint(0, 1000, [8, 20]);
Console.WriteLine([|fc.Call(embedding.Call(tokens).Mean(1))|].Shape);
