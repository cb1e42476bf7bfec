using NnGen.Kernels;

namespace NnGen;

/// <summary>Blocks of pixels laid out as channels: an image of more channels, smaller by a factor.</summary>
[Op("x: *N, C, downscaleFactor*H, downscaleFactor*W -> y: *N, C*downscaleFactor*downscaleFactor, H, W")]
public static partial class PixelUnshuffleOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">The factor is not positive.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, int downscaleFactor)
    {
        if (downscaleFactor < 1)
            throw new ArgumentException($"pixel_unshuffle expects a positive downscale_factor, but got {downscaleFactor}");
        PixelBlocks.Of(yShape, xShape, downscaleFactor).Unshuffle(x, new Gradient(y, accumulate: false));
    }

    /// <summary>Gives each gradient back to its pixel.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int downscaleFactor)
        => PixelBlocks.Of(yShape, xShape, downscaleFactor).Shuffle(dy, dx);
}
