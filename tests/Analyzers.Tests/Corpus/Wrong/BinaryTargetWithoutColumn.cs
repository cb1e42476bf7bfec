// NNG1001: 'F.BinaryCrossEntropyWithLogits' takes 'y' as [N, 1] to match 'fc.Forward(x)' [N, 1], but it is [N]: give it a last dim of size 1
[Module]
public partial class Loss
{
    private readonly Linear fc = new(64, 1);

    public Tensor Forward([Shape("N, 64")] Tensor x, [Shape("N")] Tensor y) => [|F.BinaryCrossEntropyWithLogits(fc.Forward(x), y)|];
}
