[Module]
public partial class BarlowTwins
{
    private readonly Sequential projector = new(new Linear(512, 1024), new BatchNorm1d(1024), new ReLU(), new Linear(1024, 256));
    private readonly BatchNorm1d norm = new(256, affine: false);
    [Buffer(Persistent = false)] private readonly Tensor eye = Tensor.Eye(256);

    public Tensor Forward([Shape("N, 512")] Tensor a, [Shape("N, 512")] Tensor b)
    {
        var za = norm.Forward(projector.Forward(a));
        var zb = norm.Forward(projector.Forward(b));
        var c = za.T.MatMul(zb) / a.Size(0);
        return ((c - eye).Square() * (eye + 0.005 * (1 - eye))).Sum();
    }
}
