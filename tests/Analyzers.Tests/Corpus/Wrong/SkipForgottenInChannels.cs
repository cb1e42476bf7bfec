// NNG1001: 'u1' takes 16 channels, but 'F.Cat([up.Forward(b), a], 1)' is [N, 32, 64, 64]: let 'u1' take 32
[Module]
public partial class UNet
{
    private readonly Conv2d d1 = new(1, 16, 3, padding: 1);
    private readonly Conv2d d2 = new(16, 32, 3, padding: 1);
    private readonly ConvTranspose2d up = new(32, 16, 2, stride: 2);
    private readonly Conv2d u1 = new(16, 1, 3, padding: 1);
    public Tensor Forward([Shape("N, 1, 64, 64")] Tensor x)
    {
        var a = F.Relu(d1.Forward(x));
        var b = F.Relu(d2.Forward(F.MaxPool2d(a, 2)));
        return [|u1.Forward(F.Cat([up.Forward(b), a], 1))|];
    }
}
