var backbone = new Backbone();
backbone.RequiresGrad = false;
var head = new Linear(128, 2);
var optimizer = new Adam(head.Parameters(), lr: 1e-3);
var images = Tensor.Rand(4, 3, 96, 96);
var labels = Tensor<long>.Zeros(4);
optimizer.ZeroGrad();
F.CrossEntropy(head.Call(backbone.Predict(images)), labels).Backward();
optimizer.Step();

[Module]
public partial class Backbone
{
    private readonly Sequential net = new(
        new Conv2d(3, 32, 3, 2, 1), new BatchNorm2d(32), new ReLU(),
        new Conv2d(32, 64, 3, 2, 1), new BatchNorm2d(64), new ReLU(),
        new Conv2d(64, 128, 3, 2, 1), new BatchNorm2d(128), new ReLU(),
        new AdaptiveAvgPool2d(1), new Flatten());

    public Tensor Forward([Shape("N, 3, H, W")] Tensor x) => net.Forward(x);
}
