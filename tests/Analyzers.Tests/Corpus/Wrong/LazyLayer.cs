// NNG2099: 'fc' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Lazy<Linear> fc = new(() => new Linear(4, 4));

    public Tensor Forward([Shape("N, 4")] Tensor x) => [|fc|].Value.Forward(x);
}
