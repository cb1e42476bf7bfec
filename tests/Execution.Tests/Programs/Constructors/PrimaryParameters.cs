using NnGen;

namespace Programs.Constructors.PrimaryParameters;

[Module]
public partial class Wide(int inputs, int hidden, int outputs, bool bias = true, double p = 0)
{
    private readonly Linear up = new(inputs, hidden, bias);
    private readonly Dropout dropout = new(p);
    private readonly Linear down = new(hidden, outputs, bias: bias);

    [return: Shape("N, outputs")]
    public Tensor Forward([Shape("N, inputs")] Tensor x) => down.Forward(dropout.Forward(F.Relu(up.Forward(x))));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Wide(3, 6, 2), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Wide(3, 6, 2, bias: false, p: 0.4), n => [Tensor.Randn(n, 3)]);
}
