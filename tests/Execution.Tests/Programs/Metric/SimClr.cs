using NnGen;

namespace Programs.Metric.SimClr;

// NT-Xent over two views of a batch: the other view is the class.
[Module]
public partial class SimClr(double temperature)
{
    private readonly Linear encoder = new(4, 5);
    private readonly Linear projector = new(5, 3);

    public Tensor Forward([Shape("N, 4")] Tensor first, [Shape("N, 4")] Tensor second, [Shape("N")] Tensor<long> index)
    {
        var a = Normalized(Embed(first));
        var b = Normalized(Embed(second));
        var logits = a.MatMul(b.Transpose(0, 1)) / temperature;
        return (F.CrossEntropy(logits, index) + F.CrossEntropy(logits.Transpose(0, 1), index)) / 2;
    }

    private Tensor Embed(Tensor x) => projector.Forward(F.Relu(encoder.Forward(x)));

    private static Tensor Normalized(Tensor x) => x / (x.Square().Sum(-1, keepDim: true) + 1e-6).Sqrt();
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new SimClr(0.5), n => [Tensor.Randn(n, 4), Tensor.Randn(n, 4), Tensor<long>.Arange(0, n)]) { IsScalar = true };
}
