// NNG1001: 'head' takes 6272 features, but 'encoder.Call(images)' is [4, 5408]: let 'head' take 5408
var encoder = new Sequential(new Conv2d(1, 8, 3), new ReLU(), new Flatten());
var head = new Linear(8 * 28 * 28, 10);
var images = Tensor.Rand(4, 1, 28, 28);
Console.WriteLine([|head.Call(encoder.Call(images))|].Shape);
