using NnGen;

namespace Programs.Constructors.OptionalLayers;

[Module]
public partial class Layer(int inputs, int outputs, bool normalize, bool project)
{
    private readonly Linear fc = new(inputs, outputs);
    private readonly LayerNorm? norm = normalize ? new LayerNorm(outputs) : null;
    private readonly Linear? shortcut = project ? new Linear(inputs, outputs, bias: false) : null;

    public Tensor Forward([Shape("N, inputs")] Tensor x)
    {
        var y = fc.Forward(x);
        if (norm != null)
            y = norm.Forward(y);
        if (shortcut is not null)
            y += shortcut.Forward(x);
        return F.Silu(y);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Layer(3, 4, true, true), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create2() => new(() => new Layer(3, 4, false, true), n => [Tensor.Randn(n, 3)]);

    [Sample]
    public static Sample Create3() => new(() => new Layer(3, 4, true, false), n => [Tensor.Randn(n, 3)]);
}
