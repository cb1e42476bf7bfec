using NnGen.Kernels;

namespace NnGen;

/// <summary>The places at which an affine map reads images or volumes of some size.</summary>
[Op("theta: N, 2, 3 -> y: N, size[2], size[3], 2 | theta: N, 3, 4 -> y: N, size[2], size[3], size[4], 3")]
public static partial class AffineGridOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="theta">The maps.</param>
    /// <param name="y">The places.</param>
    /// <param name="thetaShape">Shape of the maps.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="size">The shape of the images: samples, channels and their dims.</param>
    /// <param name="alignCorners">Whether -1 and 1 are the middles of the outermost elements, not their edges. Default: their edges.</param>
    /// <exception cref="ArgumentException">The size has not one map for each sample, or another number of dims.</exception>
    public static void Forward(ReadOnlySpan<float> theta, Span<float> y, Shape thetaShape, Shape yShape, Sizes size, bool alignCorners = false)
    {
        if (size.Items.Length != thetaShape[1] + 2 || size.Items[0] != thetaShape[0])
            throw new ArgumentException($"Expected a batch of {thetaShape[1]}D affine matrices of shape N x {thetaShape[1]} x {thetaShape[1] + 1} for size {size}. Got {thetaShape}.");
        AffinePlaces.Of(yShape, alignCorners).Forward(theta, y);
    }

    /// <summary>Computes the gradient of <c>theta</c>.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dtheta, Shape yShape, bool alignCorners)
        => AffinePlaces.Of(yShape, alignCorners).Backward(dy, dtheta);
}
