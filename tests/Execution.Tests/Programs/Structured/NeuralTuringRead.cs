using NnGen;

namespace Programs.Structured.NeuralTuringRead;

[Module]
public partial class ContentAddressing
{
    private readonly Linear key = new(4, 3);
    private readonly Linear strength = new(4, 1);
    private readonly Parameter memory = new(Tensor.Randn(5, 3));

    public Tensor Forward([Shape("N, 4")] Tensor controller)
    {
        var k = Unit(key.Forward(controller));
        var similarity = k.MatMul(Unit(memory).Transpose(0, 1));
        var weights = (similarity * F.Softplus(strength.Forward(controller))).Softmax(1);
        return weights.MatMul(memory);
    }

    private static Tensor Unit(Tensor x) => x / (x.Square().Sum(-1, true) + 1e-4).Sqrt();
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new ContentAddressing(), n => [Tensor.Randn(n, 4)]);
}
