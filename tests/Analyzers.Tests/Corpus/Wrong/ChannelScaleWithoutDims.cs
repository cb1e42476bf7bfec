[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 64, 3, padding: 1);
    private readonly Parameter scale = new(Tensor.Ones(64));

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => conv.Forward(x) * scale;
}
