namespace NnGen;

public static partial class F
{
    /// <summary>The patches of images written out as columns.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="kernelSize">Size of a patch.</param>
    /// <param name="dilation">Distance of two elements of a patch. Default: 1.</param>
    /// <param name="padding">Zeros on each side of the images. Default: none.</param>
    /// <param name="stride">Distance of two patches. Default: 1.</param>
    /// <returns>Shape <c>N, C·Kh·Kw, L</c> or <c>C·Kh·Kw, L</c> for L patches.</returns>
    /// <exception cref="ShapeException">The patch is larger than the images.</exception>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    [Lowers(typeof(UnfoldOp))]
    public static Tensor Unfold(Tensor x, Size2D kernelSize, Size2D dilation = default, Padding2D padding = default, Size2D stride = default)
        => UnfoldOp.Apply(x, kernelSize, dilation, padding, stride);

    /// <summary>Images from columns that hold their patches, which are added where they overlap.</summary>
    /// <param name="x">Shape <c>N, C·Kh·Kw, L</c> or <c>C·Kh·Kw, L</c>.</param>
    /// <param name="outputSize">Size of the images.</param>
    /// <param name="kernelSize">Size of a patch.</param>
    /// <param name="dilation">Distance of two elements of a patch. Default: 1.</param>
    /// <param name="padding">Zeros on each side of the images. Default: none.</param>
    /// <param name="stride">Distance of two patches. Default: 1.</param>
    /// <returns>Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</returns>
    /// <exception cref="ArgumentException">A size is not positive, or there are not as many columns as patches.</exception>
    [Lowers(typeof(FoldOp))]
    public static Tensor Fold(
        Tensor x, Size2D outputSize, Size2D kernelSize, Size2D dilation = default, Padding2D padding = default, Size2D stride = default)
        => FoldOp.Apply(x, outputSize, kernelSize, dilation, padding, stride);
}
