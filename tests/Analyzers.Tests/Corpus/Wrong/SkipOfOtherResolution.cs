// NNG1001: 'F.Cat' cannot take 'e' [N, 32, 64, 64]: dim 2 must be 32 as in the first tensor, [N, 32, 32, 32]
[Module]
public partial class UNet
{
    private readonly Conv2d enc = new(1, 32, 3, padding: 1);
    private readonly Conv2d down = new(32, 64, 3, stride: 2, padding: 1);
    private readonly Conv2d mid = new(64, 64, 3, stride: 2, padding: 1);
    private readonly ConvTranspose2d up = new(64, 32, 2, stride: 2);

    public Tensor Forward([Shape("N, 1, 64, 64")] Tensor x)
    {
        var e = F.Relu(enc.Forward(x));
        var m = F.Relu(mid.Forward(F.Relu(down.Forward(e))));
        return [|F.Cat([up.Forward(m), e], 1)|];
    }
}
