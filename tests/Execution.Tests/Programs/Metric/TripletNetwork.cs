using NnGen;

namespace Programs.Metric.TripletNetwork;

[Module]
public partial class Embedder
{
    private readonly Linear fc1 = new(4, 5);
    private readonly Linear fc2 = new(5, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var y = fc2.Forward(F.Tanh(fc1.Forward(x)));
        return y / (y.Square().Sum(1, keepDim: true) + 1e-6).Sqrt();
    }
}

[Module]
public partial class Triplet(Embedder embedder, double margin = 0.5)
{
    public Tensor Forward(Tensor anchor, Tensor positive, Tensor negative)
    {
        var a = embedder.Forward(anchor);
        var near = (a - embedder.Forward(positive)).Square().Sum(1);
        var far = (a - embedder.Forward(negative)).Square().Sum(1);
        return F.Relu(near - far + margin).Mean();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create()
        => new(() => new Triplet(new Embedder()), n => [Tensor.Randn(n, 4), Tensor.Randn(n, 4), Tensor.Randn(n, 4)]) { IsScalar = true };
}
