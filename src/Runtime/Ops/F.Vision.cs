namespace NnGen;

public static partial class F
{
    /// <summary>Images, sequences or volumes at another size, by the nearest element: <paramref name="size"/> or <paramref name="scaleFactor"/> says which.</summary>
    /// <param name="input">Shape <c>N, C</c> and one to three dims.</param>
    /// <param name="size">Sizes of those dims: a number for all, or one for each. Default: none.</param>
    /// <param name="scaleFactor">Whole factors of those dims: a number for all, or one for each. Default: none.</param>
    /// <returns>The input's shape with other sizes.</returns>
    /// <exception cref="ShapeException">Neither size nor factor is given, or the rank is not 3 to 5.</exception>
    /// <exception cref="ArgumentException">Both are given, or not one for each dim.</exception>
    [Lowers(typeof(InterpolateNearestOp))]
    public static Tensor Interpolate(Tensor input, Sizes? size = null, Sizes? scaleFactor = null)
        => InterpolateNearestOp.Apply(input, size, scaleFactor);

    /// <summary>Channels laid out as blocks of pixels: an image of fewer channels, larger by a factor.</summary>
    /// <param name="x">Shape <c>*N, C·upscaleFactor², H, W</c>.</param>
    /// <param name="upscaleFactor">The factor of height and width.</param>
    /// <returns>Shape <c>*N, C, H·upscaleFactor, W·upscaleFactor</c>.</returns>
    /// <exception cref="ShapeException">The channels are no multiple of the factor's square.</exception>
    [Lowers(typeof(PixelShuffleOp))]
    public static Tensor PixelShuffle(Tensor x, int upscaleFactor) => PixelShuffleOp.Apply(x, upscaleFactor);

    /// <summary>Blocks of pixels laid out as channels: the reverse of <see cref="PixelShuffle"/>.</summary>
    /// <param name="x">Shape <c>*N, C, H·downscaleFactor, W·downscaleFactor</c>.</param>
    /// <param name="downscaleFactor">What height and width are divided by.</param>
    /// <returns>Shape <c>*N, C·downscaleFactor², H, W</c>.</returns>
    /// <exception cref="ShapeException">Height or width is no multiple of the factor.</exception>
    [Lowers(typeof(PixelUnshuffleOp))]
    public static Tensor PixelUnshuffle(Tensor x, int downscaleFactor) => PixelUnshuffleOp.Apply(x, downscaleFactor);

    /// <summary>Channels dealt out: the first of each group, then the second of each, and so on.</summary>
    /// <param name="x">Shape <c>N, C, *D</c> with at least three dims.</param>
    /// <param name="groups">Into how many groups the channels fall.</param>
    /// <returns>The shape of <paramref name="x"/>.</returns>
    /// <exception cref="ShapeException">The groups do not divide the channels.</exception>
    [Lowers(typeof(ChannelShuffleOp))]
    public static Tensor ChannelShuffle(Tensor x, int groups) => ChannelShuffleOp.Apply(x, groups);
}
