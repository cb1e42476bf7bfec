// NNG1001: 'layer' takes a multiple of 8 at dim 2, but 'x' is [N, T, 250]
[Module]
public partial class Net
{
    private readonly TransformerEncoderLayer layer = new(250, 8, 1024, batchFirst: true);
    public Tensor Forward([Shape("N, T, 250")] Tensor x) => [|layer.Forward(x)|];
}
