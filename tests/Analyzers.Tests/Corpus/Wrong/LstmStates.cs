// NNG1001: 'gru' takes 2 at dim 0, but 'h' is [1, N, 32]
[Module]
public partial class Net
{
    private readonly GRU gru = new(8, 32, numLayers: 2);

    public Tensor Forward([Shape("T, N, 8")] Tensor x, [Shape("1, N, 32")] Tensor h) => [|gru.Forward(x, h)|].Output;
}
