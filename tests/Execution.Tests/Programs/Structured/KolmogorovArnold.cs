using NnGen;

namespace Programs.Structured.KolmogorovArnold;

/// <summary>Learned functions on the edges: B-splines on a grid, by the recursion of de Boor (Liu et al. 2024).</summary>
[Module]
public partial class KanLayer(int inputs, int outputs, int grid = 4, int order = 2)
{
    private readonly Parameter splines = new(0.1f * Tensor.Randn(outputs, inputs, grid + order));
    private readonly Parameter baseWeight = new(0.3f * Tensor.Randn(outputs, inputs));
    [Buffer] private readonly Tensor knots = Tensor.Linspace(-1f - (2f * order / grid), 1f + (2f * order / grid), grid + (2 * order) + 1);

    public Tensor Forward([Shape("N, inputs")] Tensor x)
    {
        var points = x.Unsqueeze(-1);
        var bases = (points.Ge(knots[..^1]) & points.Lt(knots[1..])).Float();
        for (var k = 1; k <= order; k++)
        {
            var left = (points - knots[..^(k + 1)]) / (knots[k..^1] - knots[..^(k + 1)]);
            var right = (knots[(k + 1)..] - points) / (knots[(k + 1)..] - knots[1..^k]);
            bases = left * bases[Tensor.Ellipsis, ..^1] + right * bases[Tensor.Ellipsis, 1..];
        }

        var spline = F.Linear(bases.Flatten(1), splines.Flatten(1));
        return F.Linear(F.Silu(x), baseWeight) + spline;
    }
}

[Module]
public partial class Kan
{
    private readonly KanLayer first = new(2, 3);
    private readonly KanLayer second = new(3, 1);

    public Tensor Forward([Shape("N, 2")] Tensor x) => second.Forward(first.Forward(x.Clamp(-0.9, 0.9)));
}

internal static class Runs
{
    [Sample]
    public static Sample Create() => new(() => new Kan(), n => [Tensor.Rand(n, 2) - 0.5f]);
}
