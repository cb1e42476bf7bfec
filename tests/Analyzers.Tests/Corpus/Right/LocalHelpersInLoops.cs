[Module]
public partial class Pyramid
{
    private readonly ModuleList<Conv2d> convs = new(3, i => new Conv2d(8 << i, 16 << i, 3, padding: 1));
    private readonly Linear fc = new(64, 10);

    public Tensor Forward([Shape("N, 8, 32, 32")] Tensor x)
    {
        for (var i = 0; i < convs.Count; i++)
            x = Reduce(convs[i].Forward(x));
        return fc.Forward(x.Mean([2, 3]));

        static Tensor Reduce(Tensor y) => F.MaxPool2d(F.Relu(y), 2);
    }
}
