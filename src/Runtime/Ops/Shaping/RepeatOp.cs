using NnGen.Kernels;

namespace NnGen;

/// <summary>The tensor repeated along each dim, with new dims in front.</summary>
[Op("x: any[*S] -> y: any[repeat(*S, repeats)]")]
public static partial class RepeatOp
{
    /// <summary>Repeats the tensor.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="repeats">How often along each dim; where there are more than dims, the first ones are new.</param>
    public static partial Tensor Apply(Tensor x, int[] repeats);

    /// <summary>Copies the elements as often as they are repeated.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape)
        where T : unmanaged
    {
        Span<int> sizes = stackalloc int[2 * yShape.Rank];
        Span<int> strides = stackalloc int[sizes.Length];
        Divide(xShape, yShape, sizes, strides);
        StridedCopy.Gather(x, sizes, strides, y);
    }

    /// <summary>Adds up the gradients of the repetitions.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
    {
        if (!dx.IsWanted)
            return;
        Span<int> sizes = stackalloc int[2 * yShape.Rank];
        Span<int> strides = stackalloc int[sizes.Length];
        Divide(xShape, yShape, sizes, strides);
        DimSums.Sum(dy, sizes, strides, dx.Span, dx.Accumulate);
    }

    /// <summary>Sees each dim of the result as two: which repetition, and where in it.</summary>
    private static void Divide(Shape shape, Shape result, Span<int> sizes, Span<int> strides)
    {
        var stride = 1;
        for (var d = 1; d <= result.Rank; d++)
        {
            var size = d <= shape.Rank ? shape[^d] : 1;
            var at = sizes.Length - (2 * d);
            (sizes[at], strides[at]) = (size == 0 ? 0 : result[^d] / size, 0);
            (sizes[at + 1], strides[at + 1]) = (size, stride);
            stride *= size;
        }
    }
}
