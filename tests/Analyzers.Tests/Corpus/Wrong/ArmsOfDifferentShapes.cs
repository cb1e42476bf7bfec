// NNG1001: 'h' is [N, 8] on one way and [N, 4] on the other: what follows is planned for one shape
[Module]
public partial class Net
{
    private readonly Linear wide = new(4, 8);
    private readonly Linear narrow = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        Tensor h;
        if ([|Training|])
            h = wide.Forward(x);
        else
            h = narrow.Forward(x);
        return F.Relu(h);
    }
}
