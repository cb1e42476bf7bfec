using NnGen;

namespace Programs.Flow.RunTimeCondition;

// How many turns there are depends on the values.
[Module]
public partial class Shrinking
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward([Shape("N, 3")] Tensor x)
    {
        var y = fc.Forward(x);
        if (y.Sum().Item() > 0)
            y = -y;
        return y * 0.5;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Shrinking(), n => [Tensor.Randn(n, 3)]);
}
