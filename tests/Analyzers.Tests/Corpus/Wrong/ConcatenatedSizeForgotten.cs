// NNG1001: 'merge' takes 128 channels, but 'both' from 'F.Cat' is [N, 192, 28, 28]: let 'merge' take 192
[Module]
public partial class Net
{
    private readonly Conv2d one = new(192, 64, 1);
    private readonly Conv2d three = new(192, 128, 3, padding: 1);
    private readonly Conv2d merge = new(128, 128, 1);

    public Tensor Forward([Shape("N, 192, 28, 28")] Tensor x)
    {
        var both = F.Cat([one.Forward(x), three.Forward(x)], 1);
        return [|merge.Forward(both)|];
    }
}
