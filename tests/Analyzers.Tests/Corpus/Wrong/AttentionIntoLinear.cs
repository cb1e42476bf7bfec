// NNG1001: 'fc' takes 32 features, but 'y' from 'attention' is [N, L, 64]: let 'fc' take 64
[Module]
public partial class Net
{
    private readonly MultiheadAttention attention = new(64, 4, batchFirst: true);
    private readonly Linear fc = new(32, 10);

    public Tensor Forward([Shape("N, L, 64")] Tensor x)
    {
        var (y, _) = attention.Forward(x, x, x);
        return [|fc.Forward(y)|];
    }
}
