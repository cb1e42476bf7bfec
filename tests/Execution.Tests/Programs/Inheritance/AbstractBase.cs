using NnGen;

namespace Programs.Inheritance.AbstractBase;

[Module]
public abstract partial class Expert
{
    public abstract Tensor Forward(Tensor x);
}

[Module]
public sealed partial class LinearExpert(int width) : Expert
{
    private readonly Linear fc = new(width, width);

    public override Tensor Forward(Tensor x) => fc.Forward(x);
}

[Module]
public sealed partial class TanhExpert(int width) : Expert
{
    private readonly Linear fc = new(width, width);

    public override Tensor Forward(Tensor x) => F.Tanh(fc.Forward(x));
}

[Module]
public partial class Panel(Expert first, Expert second)
{
    public Tensor Forward([Shape("N, 3")] Tensor x) => first.Forward(x) * second.Forward(x);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Panel(new LinearExpert(3), new TanhExpert(3)), n => [Tensor.Randn(n, 3)]);
}
