// NNG1001: 'F.Cat' cannot take 'd' [N, 16, 100, 100]: dim 2 must be 101 as in the first tensor, [N, 16, 101, 101]
[Module]
public partial class UNet
{
    private readonly Conv2d enc = new(1, 16, 3, padding: 1);
    private readonly MaxPool2d pool = new(2);
    private readonly ConvTranspose2d up = new(16, 16, 2, stride: 2);

    public Tensor Forward([Shape("N, 1, 101, 101")] Tensor x)
    {
        var e = enc.Forward(x);
        var d = up.Forward(pool.Forward(e));
        return [|F.Cat([e, d], 1)|];
    }
}
