// NNG2203: 'Enumerable.Aggregate' is LINQ, which runs delegates and cannot be compiled: write a loop
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly ModuleList<Linear> layers = new(3, _ => new Linear(4, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return [|layers.Aggregate(fc.Forward(x), (h, layer) => layer.Forward(h))|];
    }
}
