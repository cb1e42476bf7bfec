// NNG2205: 'config' is a 'Config', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
public sealed class Config
{
    public double Scale { get; set; } = 2;
}

[Module]
public partial class Net(Config config)
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x) * [|config|].Scale;
}
