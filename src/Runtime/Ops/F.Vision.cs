namespace NnGen;

public static partial class F
{
    /// <summary>Sequences, images or volumes at another size: <paramref name="size"/> or <paramref name="scaleFactor"/> says which.</summary>
    /// <param name="input">Shape <c>N, C</c> and one to three dims.</param>
    /// <param name="size">Sizes of those dims: a number for all, or one for each. Default: none.</param>
    /// <param name="scaleFactor">Factors of those dims: a number for all, or one for each. Default: none.</param>
    /// <param name="mode">How values between elements are found. Default: the nearest element.</param>
    /// <param name="alignCorners">Whether the outermost elements keep their places; only for the linear and cubic modes. Default: no.</param>
    /// <param name="recomputeScaleFactor">Whether places follow from the sizes, not from the factor. Default: no.</param>
    /// <param name="antialias">Whether a smaller image averages over all that it covers; bilinear and bicubic only. Default: no.</param>
    /// <returns>The input's shape with other sizes.</returns>
    /// <exception cref="ShapeException">Neither size nor factor is given, or the rank is not 3 to 5.</exception>
    /// <exception cref="ArgumentException">The options do not go together, or the mode does not know so many dims.</exception>
    [Lowers(typeof(InterpolateOp))]
    public static Tensor Interpolate(
        Tensor input,
        Sizes? size = null,
        ScaleFactor? scaleFactor = null,
        InterpolationMode mode = InterpolationMode.Nearest,
        bool? alignCorners = null,
        bool? recomputeScaleFactor = null,
        bool antialias = false)
        => InterpolateOp.Apply(input, size, scaleFactor, mode, alignCorners, recomputeScaleFactor, antialias);

    /// <summary>Images and volumes read at the places of a grid.</summary>
    /// <param name="input">Shape <c>N, C, H, W</c> or <c>N, C, D, H, W</c>.</param>
    /// <param name="grid">Places (x, y) or (x, y, z) from -1 to 1: shape <c>N, H', W', 2</c> or <c>N, D', H', W', 3</c>.</param>
    /// <param name="mode">Bilinear, nearest or bicubic. Default: bilinear, which is trilinear in volumes.</param>
    /// <param name="paddingMode">What stands outside. Default: zeros.</param>
    /// <param name="alignCorners">Whether -1 and 1 are the middles of the outermost elements, not their edges. Default: their edges.</param>
    /// <returns>Shape <c>N, C, H', W'</c> or <c>N, C, D', H', W'</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">The mode is another one, or bicubic with a volume; or the input is empty.</exception>
    [Lowers(typeof(GridSampleOp))]
    public static Tensor GridSample(
        Tensor input,
        Tensor grid,
        InterpolationMode mode = InterpolationMode.Bilinear,
        GridSamplePaddingMode paddingMode = GridSamplePaddingMode.Zeros,
        bool alignCorners = false)
        => GridSampleOp.Apply(input, grid, mode, paddingMode, alignCorners);

    /// <summary>The places at which an affine map reads images or volumes, for <see cref="GridSample"/>.</summary>
    /// <param name="theta">The maps: shape <c>N, 2, 3</c> or <c>N, 3, 4</c>.</param>
    /// <param name="size">The shape of the result of reading: <c>(N, C, H, W)</c> or <c>(N, C, D, H, W)</c>.</param>
    /// <param name="alignCorners">Whether -1 and 1 are the middles of the outermost elements, not their edges. Default: their edges.</param>
    /// <returns>Shape <c>N, H, W, 2</c> or <c>N, D, H, W, 3</c>.</returns>
    /// <exception cref="ArgumentException">The size has not one map for each sample, or another number of dims.</exception>
    [Lowers(typeof(AffineGridOp))]
    public static Tensor AffineGrid(Tensor theta, Sizes size, bool alignCorners = false) => AffineGridOp.Apply(theta, size, alignCorners);

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
