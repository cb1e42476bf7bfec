using NnGen;

namespace Programs.CustomOps.Kernel;

[Op("x: *B, K; weight: K -> y: *B")]
public static partial class WeightedSumOp
{
    public static void Forward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, Span<float> y, int b, int k)
    {
        for (var i = 0; i < b; i++)
        {
            var sum = 0f;
            for (var j = 0; j < k; j++)
                sum += x[(i * k) + j] * weight[j];
            y[i] = sum;
        }
    }

    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> dy, Gradient dx, Gradient dweight, int b, int k)
    {
        if (dx.IsWanted)
        {
            for (var i = 0; i < b * k; i++)
                dx.Span[i] = (dx.Accumulate ? dx.Span[i] : 0) + (dy[i / k] * weight[i % k]);
        }

        if (dweight.IsWanted)
        {
            if (!dweight.Accumulate)
                dweight.Span.Clear();
            for (var i = 0; i < b * k; i++)
                dweight.Span[i % k] += dy[i / k] * x[i];
        }
    }
}

[Module]
public partial class Pooling
{
    private readonly Linear fc = new(4, 3);
    private readonly Parameter weight = new(Tensor.Rand(3));

    [return: Shape("N")]
    public Tensor Forward([Shape("N, 4")] Tensor x) => WeightedSumOp.Apply(F.Tanh(fc.Forward(x)), weight);
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Pooling(), n => [Tensor.Randn(n, 4)]);
}
