using NnGen.Kernels;

namespace NnGen;

/// <summary>The standard deviation over dims.</summary>
[Op("x: *S -> y: reduce(*S, dim, keepDim); ~mean: reduce(*S, dim, keepDim)")]
public static partial class StdOp
{
    /// <summary>Computes the standard deviation over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims. Default: all.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    /// <param name="correction">What the number of elements is lessened by. Default: 1, the unbiased estimate.</param>
    public static partial Tensor Apply(Tensor x, int[]? dim = null, bool keepDim = false, int correction = 1);

    /// <summary>Computes the results and keeps the means.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Span<float> mean, Shape xShape, int[]? dim, int correction)
    {
        Variance.Forward(x, xShape, dim, correction, mean, y);
        System.Numerics.Tensors.TensorPrimitives.Sqrt(y, y);
    }

    /// <summary>Computes the gradient of <c>x</c>, which is 0 where the deviation is.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> y,
        ReadOnlySpan<float> mean,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Shape xShape,
        int[]? dim,
        int correction)
    {
        if (!dx.IsWanted)
            return;
        var degrees = Variance.Degrees(x.Length, mean.Length, correction);
        using var scratch = Scratch.Rent(dy.Length);
        var scale = scratch.Span(dy.Length);
        for (var i = 0; i < scale.Length; i++)
            scale[i] = y[i] == 0 ? 0 : (float)(dy[i] / (y[i] * degrees));
        Variance.Backward(x, xShape, dim, mean, scale, dx);
    }
}
