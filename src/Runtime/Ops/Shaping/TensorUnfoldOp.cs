using NnGen.Kernels;

namespace NnGen;

/// <summary>Windows that slide along a dim, as a last dim of their own.</summary>
[Op("x: any[*S] -> y: any[resize(*S, dimension, (size(*S, dimension) - length)//step + 1), length]")]
public static partial class TensorUnfoldOp
{
    /// <summary>Copies the windows.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The windows.</param>
    /// <param name="xShape">Shape of the tensor.</param>
    /// <param name="dimension">The dim.</param>
    /// <param name="length">Size of a window.</param>
    /// <param name="step">Distance of two windows.</param>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, int dimension, int length, int step)
        where T : unmanaged
    {
        var axis = Axis.Of(xShape, dimension);
        if (length > axis.Size)
            throw new ArgumentException($"maximum size for tensor at dimension {dimension} is {axis.Size} but size is {length}", nameof(length));
        StridedCopy.Gather(x, [axis.Outer, ((axis.Size - length) / step) + 1, axis.Inner, length], [axis.Size * axis.Inner, step * axis.Inner, 1, axis.Inner], y);
    }

    /// <summary>Adds up the gradients of all windows that an element lies in.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int dimension, int length, int step)
    {
        if (!dx.IsWanted)
            return;
        if (!dx.Accumulate)
            dx.Span.Clear();
        var axis = Axis.Of(xShape, dimension);
        var windows = ((axis.Size - length) / step) + 1;
        for (var i = 0; i < dy.Length; i++)
        {
            var (inner, line) = (i / length % axis.Inner, i / length / axis.Inner);
            var at = (line / windows * axis.Size) + (line % windows * step) + (i % length);
            dx.Span[(at * axis.Inner) + inner] += dy[i];
        }
    }
}
