using NnGen;

namespace Programs.Methods.Overloads;

[Module]
public partial class Similarity
{
    private readonly Linear embed = new(4, 3);

    public Tensor Forward([Shape("N, 4")] Tensor x) => embed.Forward(x);

    public Tensor Forward([Shape("N, 4")] Tensor a, [Shape("N, 4")] Tensor b)
    {
        var d = embed.Forward(a) - embed.Forward(b);
        return (d * d).Sum(1);
    }
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Similarity(), n => [Tensor.Randn(n, 4)]);

    [Sample]
    public static Sample Create2() => new(() => new Similarity(), n => [Tensor.Randn(n, 4), Tensor.Randn(n, 4)]);
}
