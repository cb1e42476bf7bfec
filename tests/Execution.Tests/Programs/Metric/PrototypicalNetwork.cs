using NnGen;

namespace Programs.Metric.PrototypicalNetwork;

[Module]
public partial class Prototypes
{
    private readonly Linear embed = new(4, 3);

    // Support: classes, shots, features. The class of a query is that of the nearest mean.
    public Tensor Forward([Shape("K, S, 4")] Tensor support, [Shape("N, 4")] Tensor query)
    {
        var prototypes = embed.Forward(support).Mean(1);
        var difference = embed.Forward(query).Unsqueeze(1) - prototypes.Unsqueeze(0);
        return (-difference.Square().Sum(-1)).LogSoftmax(-1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Prototypes(), n => [Tensor.Randn(3, 2, 4), Tensor.Randn(n, 4)]);
}
