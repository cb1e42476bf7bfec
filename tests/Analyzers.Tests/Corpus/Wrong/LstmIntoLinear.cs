// NNG1001: 'fc' takes 32 features, but 'output' from 'lstm' is [T, N, 64]: let 'fc' take 64
[Module]
public partial class Net
{
    private readonly LSTM lstm = new(8, 32, bidirectional: true);
    private readonly Linear fc = new(32, 10);

    public Tensor Forward([Shape("T, N, 8")] Tensor x)
    {
        var (output, _) = lstm.Forward(x);
        return [|fc.Forward(output)|];
    }
}
