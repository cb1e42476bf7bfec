[Module]
public partial class Net
{
    private readonly Conv2d a = new(3, 16, 3, padding: 1);
    private readonly Conv2d b = new(3, 32, 5, padding: 2);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x) => F.Cat([a.Forward(x), b.Forward(x)]);
}
