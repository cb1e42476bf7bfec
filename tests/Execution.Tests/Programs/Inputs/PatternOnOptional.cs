using NnGen;

namespace Programs.Inputs.PatternOnOptional;

[Module]
public partial class Conditioned
{
    private readonly Linear fc = new(3, 3);

    public Tensor Forward(Tensor x, Tensor? condition = null, Tensor? scale = null)
    {
        var y = fc.Forward(x);
        if (condition is { } c)
            y += c;
        return y * (scale ?? y);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Conditioned(), n => [Tensor.Randn(n, 3), null, null]);

    [Sample]
    public static Sample Create2() => new(() => new Conditioned(), n => [Tensor.Randn(n, 3), Tensor.Randn(3), null]);

    [Sample]
    public static Sample Create3() => new(() => new Conditioned(), n => [Tensor.Randn(n, 3), Tensor.Randn(3), Tensor.Randn(n, 1)]);
}
