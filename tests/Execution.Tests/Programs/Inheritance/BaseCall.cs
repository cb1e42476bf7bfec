using NnGen;

namespace Programs.Inheritance.BaseCall;

[Module]
public partial class Plain(int features)
{
    private readonly Linear fc = new(features, features);

    public virtual Tensor Forward([Shape("N, F")] Tensor x) => fc.Forward(x);
}

[Module]
public partial class Activated(int features) : Plain(features)
{
    private readonly LayerNorm norm = new(features);

    public override Tensor Forward([Shape("N, F")] Tensor x) => norm.Forward(F.Gelu(base.Forward(x))) + x;
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Activated(3), n => [Tensor.Randn(n, 3)]);
}
