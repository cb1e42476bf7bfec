// NNG1001: 'F.MseLoss' takes 'y' as [32, 1] to match 'fc.Forward(x)' [32, 1], but it is [16, 1]
[Module]
public partial class Loss
{
    private readonly Linear fc = new(8, 1);

    public Tensor Forward([Shape("32, 8")] Tensor x, [Shape("16, 1")] Tensor y) => [|F.MseLoss(fc.Forward(x), y)|];
}
