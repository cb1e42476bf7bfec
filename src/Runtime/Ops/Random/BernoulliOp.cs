namespace NnGen;

/// <summary>1 with the probability that stands there, else 0, for each element.</summary>
[Op("x: *S -> y: *S", IsDifferentiable = false)]
public static partial class BernoulliOp
{
    /// <summary>Draws the numbers.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        using var draw = RandomDraw.Begin();
        draw.Generator.FillBernoulli(y, x);
    }
}
