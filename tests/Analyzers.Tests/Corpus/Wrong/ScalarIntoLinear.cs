// NNG1001: 'fc' takes 'mean' from 'x.Mean' with at least 1 dim [*B, K], but it is []
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 1);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var mean = x.Mean();
        return [|fc.Forward(mean)|];
    }
}
