// NNG2205: 'fc' is a 'Lazy<Linear>', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
[Module]
public partial class Net
{
    private readonly Lazy<Linear> fc = new(() => new Linear(4, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|fc|].Value.Forward(x);
}
