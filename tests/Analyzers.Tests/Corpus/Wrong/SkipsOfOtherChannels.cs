// NNG1001: 'up[i]' takes 96 channels, but 'F.Cat([x, skips[skips.Count - 1 - i]], 1)' is [N, 64, 32, 32]: let 'up[i]' take 64
[Module]
public partial class UNet
{
    private readonly ModuleList<Conv2d> down = [new Conv2d(3, 16, 3, 1, 1), new Conv2d(16, 32, 3, 1, 1), new Conv2d(32, 64, 3, 1, 1)];
    private readonly ModuleList<Conv2d> up = [new Conv2d(64 + 64, 32, 3, 1, 1), new Conv2d(32 + 64, 16, 3, 1, 1), new Conv2d(16 + 16, 8, 3, 1, 1)];

    public Tensor Forward([Shape("N, 3, 64, 64")] Tensor x)
    {
        var skips = new List<Tensor>();
        foreach (var d in down) { x = F.Relu(d.Forward(x)); skips.Add(x); x = F.MaxPool2d(x, 2); }
        for (var i = 0; i < up.Count; i++)
        {
            x = F.Interpolate(x, scaleFactor: 2);
            x = [|up[i].Forward(F.Cat([x, skips[skips.Count - 1 - i]], 1))|];
        }
        return x;
    }
}
