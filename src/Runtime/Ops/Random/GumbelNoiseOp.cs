using NnGen.Kernels;

namespace NnGen;

/// <summary>Numbers of the standard Gumbel distribution, -log(-log(u)), as many as a tensor has elements.</summary>
[Op("x: *S -> y: transpose(*S, dim, dim)", IsDifferentiable = false)]
public static partial class GumbelNoiseOp
{
    /// <summary>Half the distance of two uniform numbers, which keeps both logarithms finite.</summary>
    private const double Half = 1.0 / (1 << 25);

    /// <summary>Draws a number for each element, unless there is no such dim.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dim that the numbers are used along.</param>
    public static partial Tensor Apply(Tensor x, int dim);

    /// <summary>How many random numbers <see cref="Forward"/> draws.</summary>
    public static long Draws(int s) => s;

    /// <summary>Draws the numbers.</summary>
    /// <param name="y">The numbers.</param>
    /// <param name="random">Where the random numbers come from.</param>
    public static void Forward(Span<float> y, RandomState random)
    {
        using var scratch = Scratch.Rent(y.Length + Philox.BlockLength);
        var uniform = RandomRows.Uniform(scratch, random, y.Length);
        for (var i = 0; i < y.Length; i++)
            y[i] = (float)-Math.Log(-Math.Log(uniform[i] + Half));
    }
}
