// NNG1001: 'fc' takes 32 features, but 'y[.., ^1]' is [N, 64]: let 'fc' take 64
[Module]
public partial class Net
{
    private readonly LSTM lstm = new(16, 32, bidirectional: true, batchFirst: true);
    private readonly Linear fc = new(32, 5);
    public Tensor Forward([Shape("N, 20, 16")] Tensor x)
    {
        var (y, _) = lstm.Forward(x);
        return [|fc.Forward(y[.., ^1])|];
    }
}
