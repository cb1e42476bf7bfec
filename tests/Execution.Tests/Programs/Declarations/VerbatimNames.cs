using NnGen;

namespace Programs.Declarations.VerbatimNames;

[Module]
public partial class VerbatimNames
{
    private readonly Linear @class = new(3, 3);
    private readonly Parameter @base = new(Tensor.Ones(3));

    public Tensor Forward(Tensor @in)
    {
        var @out = @class.Forward(@in);
        return @out * @base;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new VerbatimNames(), n => [Tensor.Randn(n, 3)]);
}
