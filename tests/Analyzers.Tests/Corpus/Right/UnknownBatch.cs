[Module]
public partial class Pairwise
{
    private readonly Linear fc = new(6, 4);

    [return: Shape("N, M")]
    public Tensor Forward([Shape("N, 6")] Tensor a, [Shape("M, 6")] Tensor b)
        => fc.Forward(a).MatMul(fc.Forward(b).Transpose(0, 1));
}

[Module]
public partial class Sequence
{
    private readonly Linear fc = new(6, 4);

    [return: Shape("N, T, 4")]
    public Tensor Forward([Shape("N, T, 6")] Tensor x)
    {
        var h = F.Tanh(fc.Forward(x));
        return h - h.Mean(1, keepDim: true);
    }
}
