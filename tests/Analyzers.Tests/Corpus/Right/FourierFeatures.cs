[Module]
public partial class FourierMlp
{
    [Buffer] private readonly Tensor b = Tensor.Randn(2, 128) * 10;
    private readonly Sequential net = new(new Linear(256, 256), new ReLU(), new Linear(256, 256), new ReLU(), new Linear(256, 3), new Sigmoid());

    public Tensor Forward([Shape("H, W, 2")] Tensor coordinates)
    {
        var p = 2 * Math.PI * coordinates.MatMul(b);
        return net.Forward(F.Cat([p.Sin(), p.Cos()], -1));
    }
}
