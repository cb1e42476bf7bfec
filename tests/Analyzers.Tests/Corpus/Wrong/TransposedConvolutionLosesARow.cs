// NNG1001: 'F.MseLoss' takes 'x' as [N, 1, 27, 27] to match 'up.Forward(down.Forward(x))' [N, 1, 27, 27], but it is [N, 1, 28, 28]
[Module]
public partial class AutoEncoder
{
    private readonly Conv2d down = new(1, 8, 3, stride: 2, padding: 1);
    private readonly ConvTranspose2d up = new(8, 1, 3, stride: 2, padding: 1);
    public Tensor Forward([Shape("N, 1, 28, 28")] Tensor x) => [|F.MseLoss(up.Forward(down.Forward(x)), x)|];
}
