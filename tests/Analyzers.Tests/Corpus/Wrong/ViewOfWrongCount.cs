// NNG1001: 'x.View' cannot take 'x' [N, 8, 30, 30]: its 7200·N elements do not fill [N, 1800], which has 1800·N
[Module]
public partial class Net
{
    private readonly Conv2d conv = new(3, 8, 3);
    private readonly Linear fc = new(8 * 30 * 30, 10);

    public Tensor Forward([Shape("N, 3, 32, 32")] Tensor x)
    {
        x = conv.Forward(x);
        return fc.Forward([|x.View(x.Size(0), 8 * 15 * 15)|]);
    }
}
