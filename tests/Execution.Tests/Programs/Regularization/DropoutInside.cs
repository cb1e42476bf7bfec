using NnGen;

namespace Programs.Regularization.DropoutInside;

[Module]
public partial class Dropped(double p = 0.5)
{
    private readonly Linear fc1 = new(4, 6);
    private readonly Dropout drop1 = new(p);
    private readonly Dropout drop2 = new(0.1);
    private readonly Linear fc2 = new(6, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc2.Forward(drop2.Forward(F.Relu(drop1.Forward(fc1.Forward(x)))));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Dropped(), n => [Tensor.Randn(n, 4)]);
}
