// NNG2203: 'Enumerable.Skip' is LINQ, which runs delegates and cannot be compiled: write a loop
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        foreach (var (a, b) in layers.Zip([|layers.Skip(1)|]))
            x = a.Forward(b.Forward(x));
        return x;
    }
}
