// NNG1001: 'fc' takes 256 features, but 'y[^1]' is [N, 128]: let 'fc' take 128
[Module]
public partial class Encoder
{
    private readonly LSTM lstm = new(40, 128);
    private readonly Linear fc = new(256, 10);

    public Tensor Forward([Shape("T, N, 40")] Tensor x)
    {
        var (y, _) = lstm.Forward(x);
        return [|fc.Forward(y[^1])|];
    }
}
