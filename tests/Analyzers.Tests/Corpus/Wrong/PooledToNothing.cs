// NNG1001: 'pool' gives Ho = 0 for 'x' [N, 8, 2, 2]: it must be at least 1
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 8, 3, padding: 1);
    private readonly MaxPool2d pool = new(4);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = pool.Forward(conv.Forward(x));
        x = pool.Forward(x);
        return [|pool.Forward(x)|];
    }
}
