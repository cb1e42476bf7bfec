var features = new Sequential(new Conv2d(3, 32, 3, padding: 1), new BatchNorm2d(32), new ReLU(), new MaxPool2d(2), new Flatten());
var head = new Linear(32 * 16 * 16, 10);
var criterion = new CrossEntropyLoss(labelSmoothing: 0.1);
var optimizer = new SGD(features.Parameters().Concat(head.Parameters()), lr: 0.1, momentum: 0.9);
var images = Tensor.Rand(8, 3, 32, 32);
var labels = Tensor.Randint(0, 10, [8]);
for (var epoch = 0; epoch < 2; epoch++)
{
    optimizer.ZeroGrad();
    var loss = criterion.Call(head.Call(features.Call(images)), labels);
    loss.Backward();
    optimizer.Step();
}
