using NnGen.Kernels;

namespace NnGen;

/// <summary>Channels laid out as blocks of pixels: an image of fewer channels, larger by a factor.</summary>
[Op("x: *N, upscaleFactor*upscaleFactor*C, H, W -> y: *N, C, H*upscaleFactor, W*upscaleFactor")]
public static partial class PixelShuffleOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">The factor is not positive.</exception>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, Shape yShape, int upscaleFactor)
    {
        if (upscaleFactor < 1)
            throw new ArgumentException($"pixel_shuffle expects a positive upscale_factor, but got {upscaleFactor}");
        PixelBlocks.Of(xShape, yShape, upscaleFactor).Shuffle(x, new Gradient(y, accumulate: false));
    }

    /// <summary>Gives each gradient back to its channel.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, int upscaleFactor)
        => PixelBlocks.Of(xShape, yShape, upscaleFactor).Unshuffle(dy, dx);
}
