// NNG2010: 'Environment.ProcessorCount' is no constant, constructor parameter or readonly member, so compiled code cannot read it: keep it in a member
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if (Environment.GetEnvironmentVariable("DEBUG") == "1")
            return x;
        return fc.Forward(x) * [|Environment.ProcessorCount|];
    }
}
