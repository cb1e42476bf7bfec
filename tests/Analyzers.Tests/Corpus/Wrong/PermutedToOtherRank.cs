// NNG1001: 'x.Permute' cannot take 'x' [N, 3, 32, 32]: an order of 3 dims does not fit its 4
[Module]
public partial class Net
{
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => [|x.Permute(0, 2, 1)|];
}
