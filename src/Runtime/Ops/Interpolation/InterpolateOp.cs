using NnGen.Kernels;

namespace NnGen;

/// <summary>Sequences, images or volumes at another size, which is given, or a factor of each dim.</summary>
[Op("""
    input: N, C, W -> y: N, C, size[0]
    | input: N, C, W -> y: N, C, W*scaleFactor[0] when scaleFactor[0] >= 0
    | input: N, C, W -> y: N, C, W*scaleFactor[1]//scaleFactor[2] when scaleFactor[0] == -1
    | input: N, C, H, W -> y: N, C, size[0], size[1]
    | input: N, C, H, W -> y: N, C, H*scaleFactor[0], W*scaleFactor[1] when scaleFactor[0] >= 0
    | input: N, C, H, W -> y: N, C, H*scaleFactor[1]//scaleFactor[2], W*scaleFactor[3]//scaleFactor[4] when scaleFactor[0] == -1
    | input: N, C, D, H, W -> y: N, C, size[0], size[1], size[2]
    | input: N, C, D, H, W -> y: N, C, D*scaleFactor[0], H*scaleFactor[1], W*scaleFactor[2] when scaleFactor[0] >= 0
    | input: N, C, D, H, W -> y: N, C, D*scaleFactor[1]//scaleFactor[2], H*scaleFactor[3]//scaleFactor[4], W*scaleFactor[5]//scaleFactor[6] when scaleFactor[0] == -1
    """)]
public static partial class InterpolateOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="input">The input.</param>
    /// <param name="y">The result.</param>
    /// <param name="inputShape">Shape of the input.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="size">Sizes of the result's dims after the channels.</param>
    /// <param name="scaleFactor">Factors of the input's dims after the channels.</param>
    /// <param name="mode">How values between elements are found. Default: the nearest element.</param>
    /// <param name="alignCorners">Whether the outermost elements keep their places; only for the linear and cubic modes. Default: no.</param>
    /// <param name="recomputeScaleFactor">Whether places follow from the sizes, not from the factor. Default: no.</param>
    /// <param name="antialias">Whether a smaller image averages over all that it covers; bilinear and bicubic only. Default: no.</param>
    /// <exception cref="ArgumentException">The options do not go together, or the mode does not know so many dims.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        Span<float> y,
        Shape inputShape,
        Shape yShape,
        Sizes? size = null,
        ScaleFactor? scaleFactor = null,
        InterpolationMode mode = InterpolationMode.Nearest,
        bool? alignCorners = null,
        bool? recomputeScaleFactor = null,
        bool antialias = false)
    {
        Check(inputShape, size, scaleFactor, mode, alignCorners, recomputeScaleFactor, antialias);
        Span<ResizeAxis> axes = stackalloc ResizeAxis[3];
        axes = Axes(axes, inputShape, yShape, scaleFactor, mode, alignCorners, recomputeScaleFactor, antialias);
        Resizing.Forward(axes, inputShape[0] * inputShape[1], input, y);
    }

    /// <summary>Computes the gradient of <c>input</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Shape inputShape,
        Shape yShape,
        ScaleFactor? scaleFactor,
        InterpolationMode mode,
        bool? alignCorners,
        bool? recomputeScaleFactor,
        bool antialias)
    {
        Span<ResizeAxis> axes = stackalloc ResizeAxis[3];
        axes = Axes(axes, inputShape, yShape, scaleFactor, mode, alignCorners, recomputeScaleFactor, antialias);
        Resizing.Backward(axes, inputShape[0] * inputShape[1], dy, dinput);
    }

    private static Span<ResizeAxis> Axes(
        Span<ResizeAxis> axes,
        Shape input,
        Shape result,
        ScaleFactor? factors,
        InterpolationMode mode,
        bool? alignCorners,
        bool? recomputeScaleFactor,
        bool antialias)
    {
        for (var dim = 2; dim < input.Rank; dim++)
        {
            double? factor = null;
            if (factors is { } given && recomputeScaleFactor != true)
                factor = given.Items[given.Items.Length == 1 ? 0 : dim - 2];
            axes[dim - 2] = new ResizeAxis(input[dim], result[dim], mode, alignCorners ?? false, antialias, factor);
        }

        return axes[..(input.Rank - 2)];
    }

    private static void Check(
        Shape input, Sizes? size, ScaleFactor? factors, InterpolationMode mode, bool? alignCorners, bool? recomputeScaleFactor, bool antialias)
    {
        if (size is not null && factors is not null)
            throw new ArgumentException("only one of size or scale_factor should be defined");
        if (size is not null && recomputeScaleFactor == true)
            throw new ArgumentException("recompute_scale_factor is not meaningful with an explicit size.");
        if (size is { } given && given.Items.Contains(0))
            throw new ArgumentException("Input and output sizes should be greater than 0");
        var dims = input.Rank - 2;
        if ((size?.Items.Length ?? factors?.Items.Length) is > 1 and var count && count != dims)
            throw new ArgumentException($"Input and output must have the same number of spatial dimensions, but got input with spatial dimensions of {dims} and {count} sizes or factors");
        var isSmooth = mode is InterpolationMode.Linear or InterpolationMode.Bilinear or InterpolationMode.Bicubic or InterpolationMode.Trilinear;
        if (alignCorners is not null && !isSmooth)
            throw new ArgumentException("align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic | trilinear");
        if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic))
            throw new ArgumentException("Anti-alias option is restricted to bilinear and bicubic modes and requires a 4-D tensor as input");
        var needed = mode switch
        {
            InterpolationMode.Linear => 1,
            InterpolationMode.Bilinear or InterpolationMode.Bicubic => 2,
            InterpolationMode.Trilinear => 3,
            _ => dims,
        };
        if (dims != needed)
            throw new ArgumentException($"Got {input.Rank}D input, but {mode.ToString().ToLowerInvariant()} mode needs {needed + 2}D input");
    }
}
