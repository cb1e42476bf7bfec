// NNG1001: 'lstm' takes equal sizes at dim 0 of 'x' and dim 1 of 'h', but 'x' is [N, T, 10] and 'h' is [N, 1, 20]: N and 1 differ
[Module]
public partial class Net
{
    private readonly LSTM lstm = new(10, 20, batchFirst: true);
    private readonly Linear fc = new(20, 2);

    public Tensor Forward([Shape("N, T, 10")] Tensor x, [Shape("N, 1, 20")] Tensor h, [Shape("N, 1, 20")] Tensor c)
    {
        var (y, _) = [|lstm.Forward(x, (h, c))|];
        return fc.Forward(y[.., -1]);
    }
}
