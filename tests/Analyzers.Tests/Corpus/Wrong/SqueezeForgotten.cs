// NNG1001: 'F.L1Loss' takes 'y' as [32, 1] to match 'fc.Forward(x)' [32, 1], but it is [32]: give it a last dim of size 1
[Module]
public partial class Regression
{
    private readonly Linear fc = new(8, 1);

    public Tensor Forward([Shape("32, 8")] Tensor x, [Shape("32")] Tensor y) => [|F.L1Loss(fc.Forward(x), y)|];
}
