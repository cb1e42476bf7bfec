[Module]
public partial class Patches
{
    private readonly Linear embed = new(3 * 8 * 8, 64);

    [return: Shape("N, 16, 64")]
    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => embed.Forward(F.Unfold(x, 8, stride: 8).Transpose(1, 2));
}
