[Module]
public partial class RelativeAttention(int dim, int heads, int headDim)
{
    private readonly Linear q = new(dim, heads * headDim, bias: false);
    private readonly Linear kv = new(dim, 2 * heads * headDim, bias: false);
    private readonly Linear r = new(dim, heads * headDim, bias: false);
    private readonly Linear o = new(heads * headDim, dim, bias: false);
    private readonly Parameter u = new(Tensor.Zeros(heads, headDim));
    private readonly Parameter v = new(Tensor.Zeros(heads, headDim));

    public Tensor Forward([Shape("B, T, dim")] Tensor x, [Shape("B, M, dim")] Tensor memory, [Shape("T + M, dim")] Tensor positions)
    {
        var (b, t) = (x.Size(0), x.Size(1));
        var all = F.Cat([memory, x], 1);
        var length = all.Size(1);
        var query = q.Forward(x).View(b, t, heads, headDim);
        var parts = kv.Forward(all).View(b, length, 2, heads, headDim).Unbind(2);
        var distance = r.Forward(positions).View(length, heads, headDim);
        var content = F.Einsum("bihd,bjhd->bhij", query + u, parts[0]);
        var position = F.Einsum("bihd,jhd->bhij", query + v, distance);
        var weights = F.Softmax((content + position) / Math.Sqrt(headDim), -1);
        var y = F.Einsum("bhij,bjhd->bihd", weights, parts[1]);
        return x + o.Forward(y.Reshape(b, t, heads * headDim));
    }
}
