using NnGen;

namespace Programs.Structured.CapsuleRouting;

// Routing by agreement, the iterations in a loop.
[Module]
public partial class Capsules(int inputs, int outputs, int dim, int iterations)
{
    private readonly Parameter weight = new(Tensor.Randn(1, inputs, outputs, dim, dim) * 0.5);

    public Tensor Forward([Shape("N, inputs, dim")] Tensor x)
    {
        var predictions = weight.MatMul(x.Unsqueeze(2).Unsqueeze(4)).Squeeze(4);
        var logits = predictions.Sum(-1) * 0;
        var v = Squash(predictions.Mean(1));
        for (var i = 0; i < iterations; i++)
        {
            var coupling = logits.Softmax(2).Unsqueeze(3);
            v = Squash((coupling * predictions).Sum(1));
            logits = logits + (predictions * v.Unsqueeze(1)).Sum(-1);
        }

        return v;
    }

    private static Tensor Squash(Tensor s)
    {
        var norm = s.Square().Sum(-1, keepDim: true);
        return norm / (1 + norm) * s / (norm + 1e-6).Sqrt();
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Capsules(3, 2, 2, 2), n => [Tensor.Randn(n, 3, 2)]);
}
