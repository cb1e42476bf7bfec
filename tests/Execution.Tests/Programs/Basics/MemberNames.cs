using NnGen;

namespace Programs.Basics.MemberNames;

// Members named as torch names them, and as the runtime names its own.
[Module]
public partial class Names
{
    private readonly Linear fc1 = new(3, 3), fc2 = new(3, 3, bias: false);
    internal readonly Linear _out = new(3, 3);
    public Linear SelfAttn { get; } = new(3, 3);
    [Name("classifier")] private readonly Linear head = new(3, 2);

    public Tensor Forward([Shape("N, 3")] Tensor input)
    {
        var result = fc1.Forward(input);
        var f = fc2.Forward(result);
        var frame = _out.Forward(f) + SelfAttn.Forward(result);
        return head.Forward(frame);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Names(), n => [Tensor.Randn(n, 3)]);
}
