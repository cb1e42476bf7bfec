using NnGen;

namespace Programs.Methods.LocalFunctions;

[Module]
public partial class WithLocals
{
    private readonly Linear fc1 = new(4, 4);
    private readonly Linear fc2 = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var scale = 0.5;
        return Step(fc2, Step(fc1, x)) + Half(x);

        Tensor Step(Linear layer, Tensor t)
        {
            var y = layer.Forward(t);
            return Activate(y) + t;
        }

        static Tensor Activate(Tensor t) => F.Tanh(t);

        Tensor Half(Tensor t) => t * scale;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new WithLocals(), n => [Tensor.Randn(n, 4)]);
}
