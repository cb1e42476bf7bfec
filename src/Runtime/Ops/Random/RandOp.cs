namespace NnGen;

/// <summary>Numbers drawn uniformly from [0, 1), as PyTorch draws them.</summary>
[Op("-> y: dims(shape)", IsDifferentiable = false)]
public static partial class RandOp
{
    /// <summary>Draws a tensor.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    public static partial Tensor Apply(int[] shape);

    /// <summary>Draws the numbers.</summary>
    public static void Forward(Span<float> y)
    {
        using var draw = RandomDraw.Begin();
        draw.Generator.FillUniform(y, 0, 1);
    }
}
