[Module]
public partial class SetAbstraction(int features, int outputs)
{
    private readonly Conv2d conv1 = new(features + 3, outputs, 1);
    private readonly BatchNorm2d bn1 = new(outputs);
    private readonly Conv2d conv2 = new(outputs, outputs, 1);

    public Tensor Forward([Shape("N, features + 3, P, K")] Tensor groups) => conv2.Forward(F.Relu(bn1.Forward(conv1.Forward(groups)))).AMax(3);
}

[Module]
public partial class Classifier
{
    private readonly SetAbstraction sa1 = new(0, 128);
    private readonly Linear fc = new(128, 40);

    public Tensor Forward([Shape("N, 3, 512, 32")] Tensor groups) => fc.Forward(sa1.Forward(groups).AMax(2));
}
