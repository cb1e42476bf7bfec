using NnGen;
using System.Numerics.Tensors;

namespace Programs.Declarations.SystemNumericsTensors;

// A file that uses both namespaces means NnGen's Tensor.
[Module]
public partial class Normalized
{
    private readonly Linear fc = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x) => fc.Forward(x) * 0.5;

    public static float Norm(Tensor x) => TensorPrimitives.Norm(x.AsSpan());
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Normalized(), n => [Tensor.Randn(n, 4)]);
}
