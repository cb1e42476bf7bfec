// NNG1001: 'lstm' takes 16 at dim 2, but 'x' is [N, T, 8]: let 'lstm' take 8
[Module]
public partial class Net
{
    private readonly LSTM lstm = new(16, 32, batchFirst: true);

    public Tensor Forward([Shape("N, T, 8")] Tensor x) => [|lstm.Forward(x)|].Output;
}
