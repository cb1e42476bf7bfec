// NNG1001: 'embed.Forward(x).Unsqueeze(1) - centers.Unsqueeze(0)' cannot broadcast 'embed.Forward(x).Unsqueeze(1)' [N, 1, 32] with 'centers.Unsqueeze(0)' [1, 5, 16]: 32 and 16 at dim -1 are neither equal nor 1
[Module]
public partial class Prototypes
{
    private readonly Linear embed = new(64, 32);
    private readonly Parameter centers = new(Tensor.Randn(5, 16));

    public Tensor Forward([Shape("N, 64")] Tensor x) => ([|embed.Forward(x).Unsqueeze(1) - centers.Unsqueeze(0)|]).Square().Sum(2);
}
