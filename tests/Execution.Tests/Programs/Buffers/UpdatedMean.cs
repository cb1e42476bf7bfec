using NnGen;

namespace Programs.Buffers.UpdatedMean;

// A running mean that training updates in place.
[Module]
public partial class RunningMean
{
    [Buffer] private readonly Tensor mean = Tensor.Zeros(4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if (Training)
        {
            var batch = x.Mean(0).Detach();
            mean.Mul_(0.9);
            mean.Add_(batch * 0.1);
        }

        return x - mean;
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new RunningMean(), n => [Tensor.Randn(n, 4)]) { IsSmooth = false };
}
