[Module]
public partial class Loss
{
    private readonly Linear fc = new(64, 1);

    public Tensor Forward([Shape("N, 64")] Tensor x, [Shape("N")] Tensor y) => F.BinaryCrossEntropyWithLogits(fc.Forward(x), y);
}
