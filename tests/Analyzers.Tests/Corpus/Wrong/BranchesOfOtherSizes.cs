[Module]
public partial class Inception
{
    private readonly Conv2d one = new(192, 64, 1);
    private readonly Conv2d three = new(192, 128, 3, padding: 1);
    private readonly Conv2d five = new(192, 32, 5);

    public Tensor Forward([Shape("N, 192, 28, 28")] Tensor x) => F.Cat([one.Forward(x), three.Forward(x), five.Forward(x)], 1);
}
