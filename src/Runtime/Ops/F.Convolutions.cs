namespace NnGen;

public static partial class F
{
    /// <summary>A convolution of one dim.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="weight">Shape <c>O, C/groups, K</c>.</param>
    /// <param name="bias">Shape <c>O</c>. Default: none.</param>
    /// <param name="stride">Distance of two windows. Default: 1.</param>
    /// <param name="padding">Padding on each side, or <see cref="Padding.Same"/>. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="groups">Into how many parts the channels fall. Default: 1.</param>
    /// <param name="paddingMode">What stands in the padding. Default: zeros.</param>
    /// <returns>Shape <c>N, O, L'</c> or <c>O, L'</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A number is not positive, or the padding does not fit its mode.</exception>
    [Lowers(typeof(Conv1dOp))]
    public static Tensor Conv1d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        int stride = 1,
        Padding1D padding = default,
        int dilation = 1,
        int groups = 1,
        PaddingMode paddingMode = PaddingMode.Zeros)
        => Conv1dOp.Apply(x, weight, bias, stride, padding, dilation, groups, paddingMode);

    /// <summary>A convolution of two dims.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="weight">Shape <c>O, C/groups, Kh, Kw</c>.</param>
    /// <param name="bias">Shape <c>O</c>. Default: none.</param>
    /// <param name="stride">Distance of two windows. Default: 1.</param>
    /// <param name="padding">Padding on each side, or <see cref="Padding.Same"/>. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="groups">Into how many parts the channels fall. Default: 1.</param>
    /// <param name="paddingMode">What stands in the padding. Default: zeros.</param>
    /// <returns>Shape <c>N, O, H', W'</c> or <c>O, H', W'</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A number is not positive, or the padding does not fit its mode.</exception>
    [Lowers(typeof(Conv2dOp))]
    public static Tensor Conv2d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        Size2D stride = default,
        Padding2D padding = default,
        Size2D dilation = default,
        int groups = 1,
        PaddingMode paddingMode = PaddingMode.Zeros)
        => Conv2dOp.Apply(x, weight, bias, stride, padding, dilation, groups, paddingMode);

    /// <summary>A convolution of three dims.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="weight">Shape <c>O, C/groups, Kd, Kh, Kw</c>.</param>
    /// <param name="bias">Shape <c>O</c>. Default: none.</param>
    /// <param name="stride">Distance of two windows. Default: 1.</param>
    /// <param name="padding">Padding on each side, or <see cref="Padding.Same"/>. Default: none.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <param name="groups">Into how many parts the channels fall. Default: 1.</param>
    /// <param name="paddingMode">What stands in the padding. Default: zeros.</param>
    /// <returns>Shape <c>N, O, D', H', W'</c> or <c>O, D', H', W'</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A number is not positive, or the padding does not fit its mode.</exception>
    [Lowers(typeof(Conv3dOp))]
    public static Tensor Conv3d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        Size3D stride = default,
        Padding3D padding = default,
        Size3D dilation = default,
        int groups = 1,
        PaddingMode paddingMode = PaddingMode.Zeros)
        => Conv3dOp.Apply(x, weight, bias, stride, padding, dilation, groups, paddingMode);

    /// <summary>A transposed convolution of one dim.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="weight">Shape <c>C, O/groups, K</c>.</param>
    /// <param name="bias">Shape <c>O</c>. Default: none.</param>
    /// <param name="stride">Distance of two windows in the result. Default: 1.</param>
    /// <param name="padding">What is taken off each side of the result. Default: nothing.</param>
    /// <param name="outputPadding">What is added at the end of the result. Default: nothing.</param>
    /// <param name="groups">Into how many parts the channels fall. Default: 1.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <returns>Shape <c>N, O, L'</c> or <c>O, L'</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    [Lowers(typeof(ConvTranspose1dOp))]
    public static Tensor ConvTranspose1d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        int stride = 1,
        Padding1D padding = default,
        Padding1D outputPadding = default,
        int groups = 1,
        int dilation = 1)
        => ConvTranspose1dOp.Apply(x, weight, bias, stride, padding, outputPadding, groups, dilation);

    /// <summary>A transposed convolution of two dims.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="weight">Shape <c>C, O/groups, Kh, Kw</c>.</param>
    /// <param name="bias">Shape <c>O</c>. Default: none.</param>
    /// <param name="stride">Distance of two windows in the result. Default: 1.</param>
    /// <param name="padding">What is taken off each side of the result. Default: nothing.</param>
    /// <param name="outputPadding">What is added at the bottom and on the right of the result. Default: nothing.</param>
    /// <param name="groups">Into how many parts the channels fall. Default: 1.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <returns>Shape <c>N, O, H', W'</c> or <c>O, H', W'</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    [Lowers(typeof(ConvTranspose2dOp))]
    public static Tensor ConvTranspose2d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        Size2D stride = default,
        Padding2D padding = default,
        Padding2D outputPadding = default,
        int groups = 1,
        Size2D dilation = default)
        => ConvTranspose2dOp.Apply(x, weight, bias, stride, padding, outputPadding, groups, dilation);

    /// <summary>A transposed convolution of three dims.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="weight">Shape <c>C, O/groups, Kd, Kh, Kw</c>.</param>
    /// <param name="bias">Shape <c>O</c>. Default: none.</param>
    /// <param name="stride">Distance of two windows in the result. Default: 1.</param>
    /// <param name="padding">What is taken off each side of the result. Default: nothing.</param>
    /// <param name="outputPadding">What is added at the end of each dim of the result. Default: nothing.</param>
    /// <param name="groups">Into how many parts the channels fall. Default: 1.</param>
    /// <param name="dilation">Distance of two elements of a window. Default: 1.</param>
    /// <returns>Shape <c>N, O, D', H', W'</c> or <c>O, D', H', W'</c>.</returns>
    /// <exception cref="ShapeException">The shapes do not fit.</exception>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    [Lowers(typeof(ConvTranspose3dOp))]
    public static Tensor ConvTranspose3d(
        Tensor x,
        Tensor weight,
        Tensor? bias = null,
        Size3D stride = default,
        Padding3D padding = default,
        Padding3D outputPadding = default,
        int groups = 1,
        Size3D dilation = default)
        => ConvTranspose3dOp.Apply(x, weight, bias, stride, padding, outputPadding, groups, dilation);
}
