// NNG2205: 'new Both { First = fc.Forward(x), Name = "x" }' is a 'Both', which compiled code cannot use: keep the numbers that it holds in readonly members of the module, and tensors in variables and tuples
public sealed class Both
{
    public required Tensor First { get; init; }

    public required string Name { get; init; }
}

[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var both = [|new Both { First = fc.Forward(x), Name = "x" }|];
        return both.First;
    }
}
