namespace NnGen;

public static partial class F
{
    /// <summary>The mean of the elements under as many windows as the result is large.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="outputSize">Size of the result.</param>
    [Lowers(typeof(AdaptiveAvgPool1dOp))]
    public static Tensor AdaptiveAvgPool1d(Tensor x, int outputSize) => AdaptiveAvgPool1dOp.Apply(x, outputSize);

    /// <summary>The largest element under each of as many windows as the result is large.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="outputSize">Size of the result.</param>
    [Lowers(typeof(AdaptiveMaxPool1dOp))]
    public static Tensor AdaptiveMaxPool1d(Tensor x, int outputSize) => AdaptiveMaxPool1dOp.Apply(x, outputSize);

    /// <summary>The largest element under each of as many windows as the result is large, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, L</c> or <c>C, L</c>.</param>
    /// <param name="outputSize">Size of the result.</param>
    [Lowers(typeof(AdaptiveMaxPool1dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) AdaptiveMaxPool1dWithIndices(Tensor x, int outputSize) => AdaptiveMaxPool1dWithIndicesOp.Apply(x, outputSize);

    /// <summary>The mean of the elements under as many windows as the result is large.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null)</c>.</param>
    [Lowers(typeof(AdaptiveAvgPool2dOp))]
    public static Tensor AdaptiveAvgPool2d(Tensor x, OutputSize2D outputSize) => AdaptiveAvgPool2dOp.Apply(x, outputSize);

    /// <summary>The largest element under each of as many windows as the result is large.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null)</c>.</param>
    [Lowers(typeof(AdaptiveMaxPool2dOp))]
    public static Tensor AdaptiveMaxPool2d(Tensor x, OutputSize2D outputSize) => AdaptiveMaxPool2dOp.Apply(x, outputSize);

    /// <summary>The largest element under each of as many windows as the result is large, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null)</c>.</param>
    [Lowers(typeof(AdaptiveMaxPool2dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) AdaptiveMaxPool2dWithIndices(Tensor x, OutputSize2D outputSize) => AdaptiveMaxPool2dWithIndicesOp.Apply(x, outputSize);

    /// <summary>The mean of the elements under as many windows as the result is large.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null, null)</c>.</param>
    [Lowers(typeof(AdaptiveAvgPool3dOp))]
    public static Tensor AdaptiveAvgPool3d(Tensor x, OutputSize3D outputSize) => AdaptiveAvgPool3dOp.Apply(x, outputSize);

    /// <summary>The largest element under each of as many windows as the result is large.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null, null)</c>.</param>
    [Lowers(typeof(AdaptiveMaxPool3dOp))]
    public static Tensor AdaptiveMaxPool3d(Tensor x, OutputSize3D outputSize) => AdaptiveMaxPool3dOp.Apply(x, outputSize);

    /// <summary>The largest element under each of as many windows as the result is large, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="outputSize">Size of the result; null keeps the input's: <c>(7, null, null)</c>.</param>
    [Lowers(typeof(AdaptiveMaxPool3dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) AdaptiveMaxPool3dWithIndices(Tensor x, OutputSize3D outputSize) => AdaptiveMaxPool3dWithIndicesOp.Apply(x, outputSize);
}
