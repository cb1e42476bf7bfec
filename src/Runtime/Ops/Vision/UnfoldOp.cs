using NnGen.Kernels;

namespace NnGen;

/// <summary>The patches of images written out as columns. Without a batch where that dim is missing.</summary>
[Op("x: N, C, H, W -> y: N, C*kernelSize[0]*kernelSize[1], Lh*Lw where Lh = (H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)//stride[0] + 1, Lw = (W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)//stride[1] + 1"
    + " | x: C, H, W -> y: C*kernelSize[0]*kernelSize[1], Lh*Lw where Lh = (H + 2*padding[0] - dilation[0]*(kernelSize[0] - 1) - 1)//stride[0] + 1, Lw = (W + 2*padding[1] - dilation[1]*(kernelSize[1] - 1) - 1)//stride[1] + 1")]
public static partial class UnfoldOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <exception cref="ArgumentException">A size is not positive.</exception>
    public static void Forward(
        ReadOnlySpan<float> x, Span<float> y, Shape xShape, Size2D kernelSize, Size2D dilation = default, Padding2D padding = default, Size2D stride = default)
        => Patches.Of(xShape, kernelSize, dilation, padding, stride).Read(x, new Gradient(y, accumulate: false));

    /// <summary>Adds the gradients of all patches that an element is part of.</summary>
    public static void Backward(
        ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Size2D kernelSize, Size2D dilation, Padding2D padding, Size2D stride)
        => Patches.Of(xShape, kernelSize, dilation, padding, stride).Add(dy, dx);
}
