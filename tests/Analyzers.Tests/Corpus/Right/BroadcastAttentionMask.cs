[Module]
public partial class Masked
{
    private readonly Linear qkv = new(64, 192);

    public Tensor Forward([Shape("B, T, 64")] Tensor x, [Shape("B, T")] Tensor<bool> padding)
    {
        var parts = qkv.Forward(x).Chunk(3, -1);
        var scores = parts[0].MatMul(parts[1].Transpose(-2, -1)) / 8;
        scores = scores.MaskedFill(padding.Unsqueeze(1), double.NegativeInfinity);
        return F.Softmax(scores, -1).MatMul(parts[2]);
    }
}
