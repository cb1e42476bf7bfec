// NNG1001: 'fc1' takes 400 features, but 'x.Flatten(1)' is [N, 1600]: let 'fc1' take 1600
[Module]
public partial class Cnn
{
    private readonly Conv2d conv1 = new(3, 6, 5);
    private readonly Conv2d conv2 = new(6, 16, 5);
    private readonly MaxPool2d pool = new(2, 2);
    private readonly Linear fc1 = new(16 * 5 * 5, 120);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = pool.Forward(F.Relu(conv1.Forward(x)));
        x = F.Relu(conv2.Forward(x));
        return [|fc1.Forward(x.Flatten(1))|];
    }
}
