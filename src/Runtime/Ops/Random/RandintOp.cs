namespace NnGen;

/// <summary>Integers drawn uniformly from a lowest one up to a limit, which is not drawn.</summary>
[Op("-> y: long[dims(shape)]", IsDifferentiable = false)]
public static partial class RandintOp
{
    /// <summary>Draws a tensor.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="low">The smallest value.</param>
    /// <param name="high">The limit, which is not drawn.</param>
    public static partial Tensor<long> Apply(int[] shape, long low, long high);

    /// <summary>Draws the numbers.</summary>
    public static void Forward(Span<long> y, long low, long high)
    {
        using var draw = RandomDraw.Begin();
        draw.Generator.FillIntegers(y, low, high);
    }
}
