// NNG1001: 'query.Expand' cannot take 'query' [2, 64]: dim 0 of size 2 cannot be expanded to 5
[Module]
public partial class Net
{
    private readonly Parameter query = new(Tensor.Zeros(2, 64));

    public Tensor Forward([Shape("N, 64")] Tensor x) => x + [|query.Expand(5, 64)|].Sum(0);
}
