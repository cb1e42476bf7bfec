// NNG1001: 'model' cannot take 'Tensor.Rand(2, 1, 32, 32)' [2, 1, 32, 32]: 'Conv2d(3, 16, 3)' takes 3 channels, but 'input' is [2, 1, 32, 32]: let 'Conv2d(3, 16, 3)' take 1
var model = new Sequential(new Conv2d(3, 16, 3), new ReLU(), new AdaptiveAvgPool2d(1), new Flatten(), new Linear(16, 2));
Console.WriteLine([|model.Predict(Tensor.Rand(2, 1, 32, 32))|].Shape);
