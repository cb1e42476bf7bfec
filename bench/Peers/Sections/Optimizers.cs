using NnGen.Optim;

namespace NnGen.Benchmarks.Peers;

/// <summary>A step of an optimizer over 1 and 25 million parameters, all of which have a gradient.</summary>
internal static class Optimizers
{
    private const int Size = 1000;

    private static readonly (string Name, Func<IEnumerable<Parameter>, Optimizer> Make)[] s_optimizers =
    [
        ("Adam", parameters => new Adam(parameters, lr: 1e-3)),
        ("AdamW", parameters => new AdamW(parameters, lr: 1e-3)),
        ("SGD", parameters => new SGD(parameters, lr: 1e-3, momentum: 0.9)),
    ];

    public static Section Section { get; } = new(
        "optimizers",
        "Steps of optimizers beside PyTorch",
        "`Step()` over 1 and 25 parameters of 1000 by 1000; SGD with momentum 0.9. PyTorch's optimizers with their defaults.",
        All);

    private static IEnumerable<Work> All()
    {
        foreach (var (name, make) in s_optimizers)
        {
            foreach (int count in (int[])[1, 25])
            {
                var parameters = Enumerable.Range(0, count).Select(_ => new Parameter(Tensor.Randn(Size, Size))).ToList();
                foreach (var parameter in parameters)
                    (parameter * Tensor.Randn(Size, Size)).Sum().Backward();
                yield return new($"{name}, {count} M", make(parameters).Step) { Peer = $"{name}-{count}" };
            }
        }
    }
}
