// NNG2203: 'Enumerable.Aggregate' is LINQ, which runs delegates and cannot be compiled: write a loop
[Module]
public partial class Net
{
    private readonly ModuleList<Linear> layers = [new(4, 4), new(4, 4)];

    public Tensor Forward([Shape("N, 4")] Tensor x)
        => [|layers.Aggregate(x, (h, layer) => F.Relu(layer.Forward(h)))|];
}
