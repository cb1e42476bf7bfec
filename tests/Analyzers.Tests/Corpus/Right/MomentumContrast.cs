[Module]
public partial class MoCo(int dim, int queue)
{
    [Buffer] private readonly Tensor keys = Tensor.Zeros(dim, queue);
    private readonly Sequential encoder = new(new Conv2d(3, 64, 7, 2, 3), new ReLU(), new AdaptiveAvgPool2d(1), new Flatten(), new Linear(64, dim));

    public Tensor Forward([Shape("N, 3, 224, 224")] Tensor query, [Shape("N, dim")] Tensor positive)
    {
        var q = F.Normalize(encoder.Forward(query), dim: 1);
        var pos = F.Einsum("nc,nc->n", q, positive).Unsqueeze(-1);
        var neg = F.Einsum("nc,ck->nk", q, keys);
        return F.Cat([pos, neg], 1) / 0.07;
    }
}
