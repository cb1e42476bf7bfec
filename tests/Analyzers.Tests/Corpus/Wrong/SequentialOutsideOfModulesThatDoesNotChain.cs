// NNG1001: 'Conv2d(64, 64, 3)' takes 64 channels, but 'input' from 'MaxPool2d(2)' is [_, 32, _, _]: let 'Conv2d(64, 64, 3)' take 32
var model = new Sequential(
    new Conv2d(1, 32, 3),
    new ReLU(),
    new MaxPool2d(2),
    [|new Conv2d(64, 64, 3)|],
    new ReLU());
Console.WriteLine(model.Call(Tensor.Randn(1, 1, 28, 28)).Shape);
