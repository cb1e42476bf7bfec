namespace NnGen;

/// <summary>Numbers drawn from a normal distribution, as PyTorch draws them.</summary>
[Op("-> y: dims(shape)", IsDifferentiable = false)]
public static partial class NormalOp
{
    /// <summary>Draws a tensor.</summary>
    /// <param name="shape">The sizes of the dimensions.</param>
    /// <param name="mean">The mean.</param>
    /// <param name="std">The standard deviation.</param>
    public static partial Tensor Apply(int[] shape, double mean = 0, double std = 1);

    /// <summary>Draws the numbers.</summary>
    public static void Forward(Span<float> y, double mean = 0, double std = 1)
    {
        using var draw = RandomDraw.Begin();
        draw.Generator.FillNormal(y, mean, std);
    }
}
