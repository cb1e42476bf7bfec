// NNG1001: 'fc' takes 12600 features, but 'pool.Forward(conv.Forward(x)).Flatten(1)' is [N, 5400]: let 'fc' take 5400
[Module]
public partial class Volumes
{
    private readonly Conv3d conv = new(1, 8, 3);
    private readonly MaxPool3d pool = new(2);
    private readonly Linear fc = new(8 * 7 * 15 * 15, 2);

    public Tensor Forward([Shape("N, 1, 8, 32, 32")] Tensor x) => [|fc.Forward(pool.Forward(conv.Forward(x)).Flatten(1))|];
}
