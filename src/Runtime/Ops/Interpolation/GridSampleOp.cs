using NnGen.Kernels;

namespace NnGen;

/// <summary>Images and volumes read at the places of a grid.</summary>
[Op("input: N, C, H, W; grid: N, Ho, Wo, 2 -> y: N, C, Ho, Wo"
    + " | input: N, C, D, H, W; grid: N, Do, Ho, Wo, 3 -> y: N, C, Do, Ho, Wo")]
public static partial class GridSampleOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">The mode is none of bilinear, nearest and bicubic, or bicubic with a volume; or the input is empty.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> grid,
        Span<float> y,
        Shape inputShape,
        Shape yShape,
        InterpolationMode mode = InterpolationMode.Bilinear,
        GridSamplePaddingMode paddingMode = GridSamplePaddingMode.Zeros,
        bool alignCorners = false)
        => new GridSampling(inputShape, yShape, mode, paddingMode, alignCorners).Forward(input, grid, y);

    /// <summary>Computes the gradients of <c>input</c> and <c>grid</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> grid,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dgrid,
        Shape inputShape,
        Shape yShape,
        InterpolationMode mode,
        GridSamplePaddingMode paddingMode,
        bool alignCorners)
        => new GridSampling(inputShape, yShape, mode, paddingMode, alignCorners).Backward(input, grid, dy, dinput, dgrid);
}
