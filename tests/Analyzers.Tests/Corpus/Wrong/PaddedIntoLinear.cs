// NNG1001: 'head' takes 100 features, but 'x' from 'F.Flatten' is [N, 128]: let 'head' take 128
[Module]
public partial class Net
{
    private readonly ReflectionPad2d pad = new(2);
    private readonly Conv2d conv = new(1, 8, 5);
    private readonly MaxPool2d pool = new(7);
    private readonly Linear head = new(100, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = F.Flatten(pool.Forward(conv.Forward(pad.Forward(x))), 1);
        return [|head.Forward(x)|];
    }
}
