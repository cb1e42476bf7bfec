// NNG1001: 'conv' takes 3 channels, but 'points' is [N, 1024, 3]: let 'conv' take 1024
[Module]
public partial class PointNet
{
    private readonly Conv1d conv = new(3, 64, 1);

    public Tensor Forward([Shape("N, 1024, 3")] Tensor points) => [|conv.Forward(points)|].AMax(2);
}
