// NNG1001: 'fc' takes 128 features, but 'y.Mean(1)' is [N, 256]: let 'fc' take 256
[Module]
public partial class Classifier
{
    private readonly GRU gru = new(64, 128, batchFirst: true, bidirectional: true);
    private readonly Linear fc = new(128, 5);

    public Tensor Forward([Shape("N, T, 64")] Tensor x)
    {
        var (y, _) = gru.Forward(x);
        return [|fc.Forward(y.Mean(1))|];
    }
}
