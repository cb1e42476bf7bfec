// NNG1001: 'F.MseLoss' takes 'target' as [N, 1] to match 'fc.Forward(x)' [N, 1], but it is [N]: give it a last dim of size 1
[Module]
public partial class Regression
{
    private readonly Linear fc = new(8, 1);

    public Tensor Forward([Shape("N, 8")] Tensor x, [Shape("N")] Tensor target) => [|F.MseLoss(fc.Forward(x), target)|];
}
