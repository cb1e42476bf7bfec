[Module]
public partial class MambaBlock(int dim, int state = 16, int conv = 4, int expand = 2)
{
    private readonly int inner = dim * expand;
    private readonly int rank = (dim + 15) / 16;
    private readonly Linear inProj = new(dim, dim * expand * 2, bias: false);
    private readonly Conv1d conv1d = new(dim * expand, dim * expand, conv, padding: conv - 1, groups: dim * expand);
    private readonly Linear xProj = new(dim * expand, (dim + 15) / 16 + 2 * state, bias: false);
    private readonly Linear dtProj = new((dim + 15) / 16, dim * expand);
    private readonly Parameter aLog = new(Tensor.Rand(dim * expand, state));
    private readonly Parameter d = new(Tensor.Ones(dim * expand));
    private readonly Linear outProj = new(dim * expand, dim, bias: false);
    public Tensor Forward([Shape("B, L, dim")] Tensor u)
    {
        var (b, l, _) = u.Shape;
        var xz = inProj.Forward(u).Chunk(2, dim: -1);
        var x = conv1d.Forward(xz[0].Transpose(1, 2))[.., .., ..l].Transpose(1, 2);
        x = F.Silu(x);
        var parts = xProj.Forward(x).Split([rank, state, state], dim: -1);
        var delta = F.Softplus(dtProj.Forward(parts[0]));
        var a = -aLog.Exp();
        var deltaA = (delta.Unsqueeze(-1) * a).Exp();
        var deltaB = delta.Unsqueeze(-1) * parts[1].Unsqueeze(2) * x.Unsqueeze(-1);
        var h = Tensor.Zeros(b, inner, state);
        var ys = new List<Tensor>();
        for (var i = 0; i < l; i++)
        {
            h = deltaA[.., i] * h + deltaB[.., i];
            ys.Add((h * parts[2][.., i].Unsqueeze(1)).Sum(-1));
        }
        var y = F.Stack(ys, 1) + x * d;
        return outProj.Forward(y * F.Silu(xz[1]));
    }
}
[Module]
public partial class Net
{
    private readonly MambaBlock block = new(64);
    public Tensor Forward([Shape("B, L, 64")] Tensor u) => block.Forward(u);
}
