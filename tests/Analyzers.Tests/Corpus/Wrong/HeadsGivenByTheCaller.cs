// NNG1001: 'a' (Attention(64, 5)) cannot take 'x' [N, 7, 64]: 'View' cannot take 'qkv.Forward(x)' [N, 7, 192]: its 1344·N elements do not fill [N, 7, 3, 5, 12], which has 1260·N
[Module]
public partial class Attention(int dim, int heads)
{
    private readonly Linear qkv = new(dim, 3 * dim);
    public Tensor Forward([Shape("N, T, dim")] Tensor x)
    {
        var q = qkv.Forward(x).View(x.Size(0), x.Size(1), 3, heads, dim / heads);
        return q.Sum(2);
    }
}
[Module]
public partial class Net
{
    private readonly Attention a = new(64, 5);
    public Tensor Forward([Shape("N, 7, 64")] Tensor x) => [|a.Forward(x)|];
}
