// NNG2099: 'zoo' cannot be compiled: use tensor operators, functions of F and child modules
public sealed class Zoo
{
    public Linear Layer { get; } = new(4, 4);
}

[Module]
public partial class Net(Zoo zoo)
{
    private readonly Zoo other = new();

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|zoo|].Layer.Forward(other.Layer.Forward(x));
}
