// NNG1001: 'head' takes 400 features, but 'x' from 'F.Flatten' is [N, 5408]: let 'head' take 5408
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(1, 32, 3);
    private readonly MaxPool2d pool = new(2);
    private readonly Linear head = new(400, 10);

    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x)
    {
        x = F.Flatten(pool.Forward(conv.Forward(x)), 1);
        return [|head.Forward(x)|];
    }
}
