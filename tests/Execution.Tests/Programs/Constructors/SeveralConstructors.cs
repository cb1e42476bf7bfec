using NnGen;

namespace Programs.Constructors.SeveralConstructors;

[Module]
public partial class Projection
{
    private readonly Linear fc;

    public Projection(int features)
        : this(features, features)
    {
    }

    public Projection(int inputs, int outputs) => fc = new Linear(inputs, outputs);

    public Tensor Forward(Tensor x) => F.Tanh(fc.Forward(x));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Projection(4), n => [Tensor.Randn(n, 4)]);

    [Sample]
    public static Sample Create2() => new(() => new Projection(4, 2), n => [Tensor.Randn(n, 4)]);
}
