namespace NnGen;

/// <summary>The numbers below a count in random order.</summary>
[Op("-> y: long[count]", IsDifferentiable = false)]
public static partial class RandpermOp
{
    /// <summary>Draws a tensor.</summary>
    /// <param name="count">How many.</param>
    public static partial Tensor<long> Apply(int count);

    /// <summary>Draws the numbers.</summary>
    public static void Forward(Span<long> y)
    {
        using var draw = RandomDraw.Begin();
        draw.Generator.FillPermutation(y);
    }
}
