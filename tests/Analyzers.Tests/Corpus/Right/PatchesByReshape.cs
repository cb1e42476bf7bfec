[Module]
public partial class ReshapedPatches(int patch)
{
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        var (n, c, h, w) = x.Shape;
        return x.View(n, c, h / patch, patch, w / patch, patch).Permute(0, 2, 4, 1, 3, 5).Reshape(n, h / patch * (w / patch), c * patch * patch);
    }
}

[Module]
public partial class Embedded
{
    private readonly ReshapedPatches patches = new(4);
    private readonly Linear embed = new(48, 128);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => embed.Forward(patches.Forward(x));
}
