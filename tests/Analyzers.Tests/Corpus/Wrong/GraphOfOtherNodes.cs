// NNG1001: 'adjacency.MatMul' takes equal sizes at dim 1 of 'adjacency' and dim 0 of 'fc.Forward(x)', but 'adjacency' is [50, 50] and 'fc.Forward(x)' is [100, 8]: 50 and 100 differ
[Module]
public partial class Gcn
{
    private readonly Linear fc = new(16, 8);

    public Tensor Forward([Shape("100, 16")] Tensor x, [Shape("50, 50")] Tensor adjacency) => [|adjacency.MatMul(fc.Forward(x))|];
}
