[Module]
public partial class BiDaf(int hidden)
{
    private readonly LSTM context = new(100, hidden, batchFirst: true, bidirectional: true);
    private readonly Linear similarity = new(6 * hidden, 1);
    private readonly LSTM modeling = new(8 * hidden, hidden, batchFirst: true, bidirectional: true);
    private readonly Linear start = new(10 * hidden, 1);

    public Tensor Forward([Shape("N, T, 100")] Tensor passage, [Shape("N, J, 100")] Tensor query)
    {
        var (h, _) = context.Forward(passage);
        var (u, _) = context.Forward(query);
        var (n, t, j) = (h.Size(0), h.Size(1), u.Size(1));
        var hx = h.Unsqueeze(2).Expand(n, t, j, 2 * hidden);
        var ux = u.Unsqueeze(1).Expand(n, t, j, 2 * hidden);
        var s = similarity.Forward(F.Cat([hx, ux, hx * ux], -1)).Squeeze(-1);
        var c2q = F.Softmax(s, -1).MatMul(u);
        var b = F.Softmax(s.AMax(2), -1).Unsqueeze(1);
        var q2c = b.MatMul(h).Expand(n, t, 2 * hidden);
        var g = F.Cat([h, c2q, h * c2q, h * q2c], -1);
        var (m, _) = modeling.Forward(g);
        return F.LogSoftmax(start.Forward(F.Cat([g, m], -1)).Squeeze(-1), 1);
    }
}
