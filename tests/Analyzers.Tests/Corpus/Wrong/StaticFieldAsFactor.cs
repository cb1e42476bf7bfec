// NNG2010: 'Settings.Factor' is no constant, constructor parameter or readonly member, so compiled code cannot read it: keep it in a member
[Module]
public partial class Net
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        return fc.Forward(x) * [|Settings.Factor|];
    }
}

public static class Settings
{
    public static float Factor { get; set; } = 2;
}
