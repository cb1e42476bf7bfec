// NNG1001: 'F.Cat' cannot take 'b' [N, 5, 7]: dim 2 must be 8 as in the first tensor, [N, 3, 8]
[Module]
public partial class Join
{
    public Tensor Forward([Shape("N, 3, 8")] Tensor a, [Shape("N, 5, 7")] Tensor b) => [|F.Cat([a, b], dim: 1)|];
}
