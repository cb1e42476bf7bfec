using NnGen;

namespace Programs.Flow.EarlyReturnOfHelper;

// A helper that gives nothing and leaves early, one way with an explicit return and one without.
[Module]
public partial class Centered
{
    private readonly Linear linear = new(4, 3);
    [Buffer] private readonly Tensor mean = Tensor.Zeros(4);
    [Buffer] private readonly Tensor count = Tensor.Zeros(1);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        Track(x);
        Count();
        return linear.Forward(x - mean);
    }

    private void Track(Tensor x)
    {
        if (!Training)
            return;
        using (Autograd.NoGrad())
            mean.Lerp_(x.Mean(0), 0.1f);
    }

    private void Count()
    {
        if (Training)
        {
            count.Add_(1);
            return;
        }
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Centered(), n => [Tensor.Randn(n, 4)]) { IsSmooth = false };
}
