// NNG1001: 'fc1' takes 400 features, but 'F.Flatten(x, 1)' is [N, 256]: let 'fc1' take 256
[Module]
public partial class LeNet
{
    private readonly Conv2d conv1 = new(1, 6, 5);
    private readonly Conv2d conv2 = new(6, 16, 5);
    private readonly Linear fc1 = new(16 * 5 * 5, 120);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = F.MaxPool2d(F.Relu(conv1.Forward(x)), 2);
        x = F.MaxPool2d(F.Relu(conv2.Forward(x)), 2);
        return [|fc1.Forward(F.Flatten(x, 1))|];
    }
}
