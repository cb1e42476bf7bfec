// NNG1001: 'scorer' takes equal sizes at dim 0 of 'Tensor.Rand(8, 16)' and dim 0 of 'Tensor.Rand(4, 16)', but 'Tensor.Rand(8, 16)' is [8, 16] and 'Tensor.Rand(4, 16)' is [4, 16]: 8 and 4 differ
var scorer = new Pair(16);
Console.WriteLine([|scorer.Call(Tensor.Rand(8, 16), Tensor.Rand(4, 16))|]);

[Module]
public partial class Pair(int dim)
{
    private readonly Bilinear bilinear = new(dim, dim, 1);

    public Tensor Forward([Shape("N, dim")] Tensor a, [Shape("N, dim")] Tensor b) => bilinear.Forward(a, b);
}
