using NnGen.Kernels;

namespace NnGen;

/// <summary>Images from columns that hold their patches, which are added where they overlap. Without a batch where that dim is missing.</summary>
[Op("x: N, kernelSize[0]*kernelSize[1]*C, L -> y: N, C, outputSize[0], outputSize[1]"
    + " | x: kernelSize[0]*kernelSize[1]*C, L -> y: C, outputSize[0], outputSize[1]")]
public static partial class FoldOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or there are not as many columns as patches.</exception>
    public static void Forward(
        ReadOnlySpan<float> x,
        Span<float> y,
        Shape xShape,
        Shape yShape,
        Size2D outputSize,
        Size2D kernelSize,
        Size2D dilation = default,
        Padding2D padding = default,
        Size2D stride = default)
    {
        var patches = Patches.Of(yShape, kernelSize, dilation, padding, stride);
        if (patches.Rows.Output < 1 || patches.Columns.Output < 1 || patches.Count != xShape[^1])
            throw new ArgumentException($"Given output_size={outputSize}, kernel_size={kernelSize}, dilation={dilation}, padding={padding}, stride={stride}, expected size of input's dimension {xShape.Rank - 1} to match the calculated number of sliding blocks {patches.Rows.Output} * {patches.Columns.Output} = {patches.Count}, but got {xShape[^1]}.");
        patches.Add(x, new Gradient(y, accumulate: false));
    }

    /// <summary>Gives each patch the gradients of the places it was added to.</summary>
    public static void Backward(
        ReadOnlySpan<float> dy, Gradient dx, Shape yShape, Size2D kernelSize, Size2D dilation, Padding2D padding, Size2D stride)
        => Patches.Of(yShape, kernelSize, dilation, padding, stride).Read(dy, dx);
}
