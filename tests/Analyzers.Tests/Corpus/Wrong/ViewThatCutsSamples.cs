// NNG1001: 'x.View' cannot take 'x' [N, 16, 4, 4]: its 256·N elements do not fill [-1, 400], which has a multiple of 400
[Module]
public partial class Net
{
    private readonly Conv2d c1 = new(3, 6, 5);
    private readonly Conv2d c2 = new(6, 16, 5);
    private readonly Linear fc = new(400, 10);

    public Tensor Forward([Shape("N, 3, 28, 28")] Tensor x)
    {
        x = F.MaxPool2d(F.Relu(c1.Forward(x)), 2);
        x = F.MaxPool2d(F.Relu(c2.Forward(x)), 2);
        return fc.Forward([|x.View(-1, 16 * 5 * 5)|]);
    }
}
