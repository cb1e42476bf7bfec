// NNG2099: 'scales' cannot be compiled: use tensor operators, functions of F and child modules
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly Dictionary<string, double> scales = new() { ["a"] = 2 };

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x) * [|scales|]["a"];
}
