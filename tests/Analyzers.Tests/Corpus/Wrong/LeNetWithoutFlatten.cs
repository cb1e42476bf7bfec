// NNG1001: 'fc1' takes 400 features, but 'x' from 'F.MaxPool2d' is [N, 16, 5, 5]: flatten it first (16·5·5 = 400)
[Module]
public partial class LeNet
{
    private readonly Conv2d conv1 = new(1, 6, 5);
    private readonly Conv2d conv2 = new(6, 16, 5);
    private readonly Linear fc1 = new(400, 120);
    private readonly Linear fc2 = new(120, 10);

    public Tensor Forward([Shape("N, 1, 32, 32")] Tensor x)
    {
        x = F.MaxPool2d(F.Relu(conv1.Forward(x)), 2);
        x = F.MaxPool2d(F.Relu(conv2.Forward(x)), 2);
        x = F.Relu([|fc1.Forward(x)|]);
        return fc2.Forward(x);
    }
}
