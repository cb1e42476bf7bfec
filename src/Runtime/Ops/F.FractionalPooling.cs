namespace NnGen;

public static partial class F
{
    /// <summary>The largest element under windows at random distances.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="outputSize">Size of the result. Default: by the ratio.</param>
    /// <param name="outputRatio">Size of the result as a part of the input's, between 0 and 1. Default: by the size.</param>
    /// <param name="samples">A number from 0 to 1 for each dim of each channel: <c>N, C, 2</c>. Default: drawn from the default generator.</param>
    /// <exception cref="ShapeException">Neither size nor ratio is given.</exception>
    /// <exception cref="ArgumentException">Both are given, or the window is not positive or too large.</exception>
    [Lowers(typeof(FractionalMaxPool2dOp))]
    public static Tensor FractionalMaxPool2d(
        Tensor x, Size2D kernelSize, Size2D? outputSize = null, ScaleFactor? outputRatio = null, Tensor? samples = null)
        => FractionalMaxPool2dOp.Apply(x, samples, kernelSize, outputSize, outputRatio);

    /// <summary>The largest element under windows at random distances, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, H, W</c> or <c>C, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="outputSize">Size of the result. Default: by the ratio.</param>
    /// <param name="outputRatio">Size of the result as a part of the input's, between 0 and 1. Default: by the size.</param>
    /// <param name="samples">A number from 0 to 1 for each dim of each channel: <c>N, C, 2</c>. Default: drawn from the default generator.</param>
    /// <exception cref="ShapeException">Neither size nor ratio is given.</exception>
    /// <exception cref="ArgumentException">Both are given, or the window is not positive or too large.</exception>
    [Lowers(typeof(FractionalMaxPool2dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) FractionalMaxPool2dWithIndices(
        Tensor x, Size2D kernelSize, Size2D? outputSize = null, ScaleFactor? outputRatio = null, Tensor? samples = null)
        => FractionalMaxPool2dWithIndicesOp.Apply(x, samples, kernelSize, outputSize, outputRatio);

    /// <summary>The largest element under windows at random distances.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="outputSize">Size of the result. Default: by the ratio.</param>
    /// <param name="outputRatio">Size of the result as a part of the input's, between 0 and 1. Default: by the size.</param>
    /// <param name="samples">A number from 0 to 1 for each dim of each channel: <c>N, C, 3</c>. Default: drawn from the default generator.</param>
    /// <exception cref="ShapeException">Neither size nor ratio is given.</exception>
    /// <exception cref="ArgumentException">Both are given, or the window is not positive or too large.</exception>
    [Lowers(typeof(FractionalMaxPool3dOp))]
    public static Tensor FractionalMaxPool3d(
        Tensor x, Size3D kernelSize, Size3D? outputSize = null, ScaleFactor? outputRatio = null, Tensor? samples = null)
        => FractionalMaxPool3dOp.Apply(x, samples, kernelSize, outputSize, outputRatio);

    /// <summary>The largest element under windows at random distances, and where in its channel it stands.</summary>
    /// <param name="x">Shape <c>N, C, D, H, W</c> or <c>C, D, H, W</c>.</param>
    /// <param name="kernelSize">Size of the window.</param>
    /// <param name="outputSize">Size of the result. Default: by the ratio.</param>
    /// <param name="outputRatio">Size of the result as a part of the input's, between 0 and 1. Default: by the size.</param>
    /// <param name="samples">A number from 0 to 1 for each dim of each channel: <c>N, C, 3</c>. Default: drawn from the default generator.</param>
    /// <exception cref="ShapeException">Neither size nor ratio is given.</exception>
    /// <exception cref="ArgumentException">Both are given, or the window is not positive or too large.</exception>
    [Lowers(typeof(FractionalMaxPool3dWithIndicesOp))]
    public static (Tensor Y, Tensor<long> Indices) FractionalMaxPool3dWithIndices(
        Tensor x, Size3D kernelSize, Size3D? outputSize = null, ScaleFactor? outputRatio = null, Tensor? samples = null)
        => FractionalMaxPool3dWithIndicesOp.Apply(x, samples, kernelSize, outputSize, outputRatio);
}
