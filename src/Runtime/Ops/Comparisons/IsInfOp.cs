namespace NnGen;

/// <summary>Whether each element is infinite.</summary>
[Op("x: *S -> y: bool[*S]", IsDifferentiable = false)]
public static partial class IsInfOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<bool> y)
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = float.IsInfinity(x[i]);
    }
}
