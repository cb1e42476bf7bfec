// NNG1001: 'bn' takes 'c.Forward(x)' with 3 dims [N, numFeatures, L], but it is [N, 8, 6, 6]
[Module]
public partial class Net
{
    private readonly Conv2d c = new(3, 8, 3);
    private readonly BatchNorm1d bn = new(8);
    public Tensor Forward([Shape("N, 3, 8, 8")] Tensor x) => [|bn.Forward(c.Forward(x))|];
}
