// NNG2099: 'config' cannot be compiled: use tensor operators, functions of F and child modules
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
