// NNG1001: 'second' takes 64 channels, but 'F.Relu(first.Call(image))' is [1, 32, 64, 64]: let 'second' take 32
const int channels = 32;
var first = new Conv2d(3, channels, 3, padding: 1);
var second = new Conv2d(channels * 2, 64, 3, padding: 1);
var image = Tensor.Rand(1, 3, 64, 64);
Console.WriteLine([|second.Call(F.Relu(first.Call(image)))|].Shape);
