// NNG1001: 'fc' takes 4096 features, but 'F.Flatten(x, 1)' is [N, 2304]: let 'fc' take 2304
[Module]
public partial class DeepNet
{
    private readonly Conv2d conv1 = new(3, 32, 3);
    private readonly Conv2d conv2 = new(32, 64, 3);
    private readonly Linear fc = new(64 * 8 * 8, 10);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = F.MaxPool2d(F.Relu(conv1.Forward(x)), 2);
        x = F.MaxPool2d(F.Relu(conv2.Forward(x)), 2);
        return [|fc.Forward(F.Flatten(x, 1))|];
    }
}
