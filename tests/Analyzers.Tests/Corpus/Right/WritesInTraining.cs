[Module]
public partial class Norm(int features, bool trackRunningStats = true)
{
    [Buffer] private Tensor mean = Tensor.Zeros(features);
    [Buffer] private readonly Tensor<long> batches = Tensor<long>.Zeros();

    public bool TrackRunningStats { get; } = trackRunningStats;

    public float Momentum { get; set; } = 0.1f;

    [return: Shape("N, features")]
    public Tensor Forward([Shape("N, features")] Tensor x)
    {
        if (Training && TrackRunningStats)
        {
            batches.Add_(1);
            mean = mean * (1 - Momentum) + x.Mean(0).Detach() * Momentum;
        }

        return x - mean;
    }
}

[Module]
public partial class EarlyReturn
{
    [Buffer] private readonly Tensor largest = Tensor.Ones(4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        if (!Training || x.Shape[0] < 2)
            return x / largest;
        largest.Mul_(0.5f).Add_(x.Detach().AMax(0));
        return x / largest;
    }
}

[Module]
public partial class WritesInAHelper
{
    [Buffer] private Tensor queue = Tensor.Zeros(6, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        var result = x.MatMul(queue.Transpose(0, 1));
        var isUpdated = Training && x.Shape[0] > 0;
        if (isUpdated)
            Push(x);
        return result;
    }

    private void Push(Tensor x)
    {
        using var scope = Autograd.NoGrad();
        queue = F.Cat([x[..1], queue[..^1]], 0);
    }
}

[Module]
public partial class Options
{
    private readonly Linear online = new(4, 4);
    private readonly Linear target = new(4, 4);

    public Tensor Forward([Shape("N, 4")] Tensor x)
    {
        switch (Training)
        {
            case true:
                using (Autograd.NoGrad())
                    target.Weight.Mul_(0.9f).Add_(online.Weight * 0.1f);
                return online.Forward(x);
            default:
                return target.Forward(x);
        }
    }
}
