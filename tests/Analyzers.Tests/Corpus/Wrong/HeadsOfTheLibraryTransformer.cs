// NNG1001: 't' takes a multiple of 8 at dim 2, but 'x' is [S, N, 100]
[Module]
public partial class Net
{
    private readonly Transformer t = new(100, 8, 2, 2);
    public Tensor Forward([Shape("S, N, 100")] Tensor x, [Shape("T, N, 100")] Tensor y) => [|t.Forward(x, y)|];
}
