[Module]
public partial class UNet
{
    private readonly Conv2d enc = new(1, 16, 3, padding: 1);
    private readonly MaxPool2d pool = new(2);
    private readonly Conv2d mid = new(16, 16, 3, padding: 1);
    private readonly ConvTranspose2d up = new(16, 16, 2, stride: 2);
    private readonly Conv2d head = new(32, 1, 1);

    [Dim("H", MultipleOf = 4)]
    [Dim("W", MultipleOf = 4)]
    public Tensor Forward([Shape("N, 1, H, W")] Tensor x)
    {
        var e = F.Relu(enc.Forward(x));
        var d = F.Relu(mid.Forward(pool.Forward(e)));
        return head.Forward(F.Cat([e, up.Forward(d)], 1));
    }
}

[Module]
[Dims("channels = heads * headDim")]
public partial class Heads(int channels, int heads, int headDim)
{
    private readonly Linear qkv = new(channels, channels);

    [Dim("T", Min = 1, Max = 256)]
    public Tensor Forward([Shape("B, T, channels")] Tensor x)
        => qkv.Forward(x).View(x.Size(0), x.Size(1), heads, headDim).Transpose(1, 2);
}
