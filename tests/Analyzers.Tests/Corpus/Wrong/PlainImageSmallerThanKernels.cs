// NNG1001: 'model' cannot take 'Tensor.Rand(1, 1, 12, 12)' [1, 1, 12, 12]: 'Conv2d(8, 8, 5)' gives Ho = 0 for 'input' [1, 8, 4, 4]: it must be at least 1
var model = new Sequential(new Conv2d(1, 8, 5), new MaxPool2d(2), new Conv2d(8, 8, 5), new MaxPool2d(2));
Console.WriteLine([|model.Call(Tensor.Rand(1, 1, 12, 12))|].Shape);
