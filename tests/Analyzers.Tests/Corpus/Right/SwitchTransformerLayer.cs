[Module]
public partial class Experts(int dim, int hidden, int count)
{
    private readonly Linear router = new(dim, count);
    private readonly Parameter up = new(Tensor.Randn(count, dim, hidden));
    private readonly Parameter down = new(Tensor.Randn(count, hidden, dim));

    public Tensor Forward([Shape("T, dim")] Tensor x)
    {
        var gates = F.Softmax(router.Forward(x), -1);
        var h = F.Relu(F.Einsum("td,edh->eth", x, up));
        var y = F.Einsum("eth,ehd->etd", h, down);
        return F.Einsum("etd,te->td", y, gates);
    }
}

[Module]
public partial class Layer
{
    private readonly LayerNorm norm = new(512);
    private readonly Experts experts = new(512, 2048, 8);

    public Tensor Forward([Shape("T, 512")] Tensor x) => x + experts.Forward(norm.Forward(x));
}
