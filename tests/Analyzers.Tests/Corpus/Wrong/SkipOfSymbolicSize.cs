// NNG1002: 'F.Cat' fits only where 2·(H//2) = H, which is checked when bound: [Dim("H", MultipleOf = 2)] says so
[Module]
public partial class UNet
{
    private readonly Conv2d enc = new(1, 16, 3, padding: 1);
    private readonly MaxPool2d pool = new(2);
    private readonly ConvTranspose2d up = new(16, 16, 2, stride: 2);

    public Tensor Forward([Shape("N, 1, H, 64")] Tensor x)
    {
        var e = enc.Forward(x);
        return [|F.Cat([e, up.Forward(pool.Forward(e))], 1)|];
    }
}
