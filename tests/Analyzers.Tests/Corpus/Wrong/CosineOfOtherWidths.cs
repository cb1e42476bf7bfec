// NNG1001: 'F.CosineSimilarity' cannot broadcast 'query.Forward(q)' [N, 128] with 'document.Forward(d)' [N, 64]: 128 and 64 at dim -1 are neither equal nor 1
[Module]
public partial class TwoTowers
{
    private readonly Linear query = new(300, 128);
    private readonly Linear document = new(300, 64);

    public Tensor Forward([Shape("N, 300")] Tensor q, [Shape("N, 300")] Tensor d) => [|F.CosineSimilarity(query.Forward(q), document.Forward(d), dim: 1)|];
}
