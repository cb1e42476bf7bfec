using NnGen;

namespace Programs.Constructors.TextOption;

[Module]
public partial class Activated(string activation)
{
    private readonly Linear fc = new(4, 4);
    private readonly string mode = "plain";

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc.Forward(x);
        if (mode != "plain")
            y = -y;
        return activation == "relu" ? F.Relu(y) : F.Tanh(y);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Activated("relu"), n => [Tensor.Randn(n, 4)]);

    [Sample]
    public static Sample Create2() => new(() => new Activated("tanh"), n => [Tensor.Randn(n, 4)]);
}
