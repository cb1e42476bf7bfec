// NNG2205: 'scales' is a 'Dictionary<string, double>', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);
    private readonly Dictionary<string, double> scales = new() { ["a"] = 2 };

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x) * [|scales|]["a"];
}
