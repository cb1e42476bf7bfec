// NNG2205: 'zoo' is a 'Zoo', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
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
