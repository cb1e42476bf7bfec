using NnGen.Kernels;

namespace NnGen;

/// <summary>Each element divided by a power of the squares around it in neighbouring channels: <c>x / (k + alpha · mean(x²))^beta</c>.</summary>
[Op("x: N, C, *D -> y: N, C, *D; ~scale: N, C, *D")]
public static partial class LocalResponseNormOp
{
    /// <summary>Computes <c>y</c> and <c>scale</c>.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="y">The result.</param>
    /// <param name="scale">The base of the power: <c>k + alpha · mean(x²)</c>.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="size">How many channels the squares are taken from; those that do not exist count as zeros.</param>
    /// <param name="alpha">Factor of the mean. Default: 1e-4.</param>
    /// <param name="beta">The exponent. Default: 0.75.</param>
    /// <param name="k">Added to the mean. Default: 1.</param>
    /// <param name="isSymmetric">Whether as many channels count on both sides where the size is even, one less than it says. Default: false.</param>
    /// <exception cref="ArgumentException">The input has less than three dims, or the size is not positive.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        Span<float> y,
        Span<float> scale,
        Shape xShape,
        int size,
        double alpha = 1e-4,
        double beta = 0.75,
        double k = 1,
        bool isSymmetric = false)
    {
        if (xShape.Rank < 3)
            throw new ArgumentException($"Expected 3D or higher dimensionality input (got {xShape.Rank} dimensions)");
        if (size < 1)
            throw new ArgumentException($"the size of a local response normalization must be positive: {size}");
        LocalResponseJob.Forward(x, y, scale, Channels.Of(xShape), new NeighbourChannels(size, isSymmetric), alpha / size, beta, k);
    }

    /// <summary>Computes the gradient of <c>x</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> scale,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Shape xShape,
        int size,
        double alpha,
        double beta,
        bool isSymmetric)
    {
        if (dx.IsWanted)
            LocalResponseJob.Backward(x, scale, dy, dx, Channels.Of(xShape), new NeighbourChannels(size, isSymmetric), alpha / size, beta);
    }
}
