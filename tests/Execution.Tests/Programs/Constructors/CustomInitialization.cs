using NnGen;

namespace Programs.Constructors.CustomInitialization;

// Weights initialized in the constructor with the functions of Init.
[Module]
public partial class Initialized
{
    private readonly Linear fc1 = new(4, 6);
    private readonly Linear fc2 = new(6, 2);

    public Initialized()
    {
        Init.XavierUniform_(fc1.Weight);
        Init.Zeros_(fc1.Bias!);
        Init.Normal_(fc2.Weight, std: 0.02);
    }

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc2.Forward(F.Tanh(fc1.Forward(x)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Initialized(), n => [Tensor.Randn(n, 4)]);
}
