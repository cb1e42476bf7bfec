[Module]
public partial class Fusion
{
    private readonly Linear image = new(20, 8);
    private readonly Linear text = new(30, 8);
    private readonly Linear head = new(16, 2);

    public (Tensor Scores, Tensor Similarity) Forward([Shape("N, 20")] Tensor pixels, [Shape("N, 30")] Tensor words)
    {
        var (left, right) = (F.Relu(image.Forward(pixels)), F.Relu(text.Forward(words)));
        return (head.Forward(F.Cat([left, right], dim: 1)), (left * right).Sum(1));
    }
}

[Module]
public partial class Masked
{
    private readonly Linear fc = new(5, 5);

    public Tensor Forward([Shape("N, 5")] Tensor x, [Shape("N, 5")] Tensor? mask) => fc.Forward(x);
}
