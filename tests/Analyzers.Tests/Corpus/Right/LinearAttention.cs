[Module]
public partial class Linearized(int dim, int heads)
{
    private readonly Linear qkv = new(dim, 3 * dim, bias: false);

    public Tensor Forward([Shape("B, T, dim")] Tensor x)
    {
        var (b, t, _) = x.Shape;
        var parts = qkv.Forward(x).View(b, t, 3, heads, dim / heads).Unbind(2);
        var q = F.Elu(parts[0]) + 1;
        var k = F.Elu(parts[1]) + 1;
        var kv = F.Einsum("bthd,bthe->bhde", k, parts[2]);
        var z = 1 / (F.Einsum("bthd,bhd->bth", q, k.Sum(1)) + 1e-6);
        return F.Einsum("bthd,bhde,bth->bthe", q, kv, z).Reshape(b, t, dim);
    }
}
