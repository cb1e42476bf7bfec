using NnGen.Kernels;

namespace NnGen;

/// <summary>The dims in another order.</summary>
[Op("x: any[*S] -> y: any[permute(*S, dims)]")]
public static partial class PermuteOp
{
    /// <summary>Puts the dims into another order.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dims">Which dim of the tensor each dim of the result is, counted from the end where negative.</param>
    public static partial Tensor Apply(Tensor x, int[] dims);

    /// <summary>Copies the elements in the order of the result.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape, ReadOnlySpan<int> dims)
        where T : unmanaged
    {
        Span<int> strides = stackalloc int[dims.Length];
        Strides(xShape, dims, strides);
        StridedCopy.Gather(x, yShape, strides, y);
    }

    /// <summary>Puts the gradient back in the order of <c>x</c>.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape, ReadOnlySpan<int> dims)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[dims.Length];
        Strides(xShape, dims, strides);
        StridedCopy.Scatter(dy, dx.Span, yShape, strides, dx.Accumulate);
    }

    private static void Strides(Shape shape, ReadOnlySpan<int> dims, Span<int> strides)
    {
        Span<int> own = stackalloc int[dims.Length];
        StridedCopy.RowMajor(shape, own);
        for (var d = 0; d < dims.Length; d++)
            strides[d] = own[Axis.Normalize(dims[d], dims.Length)];
    }
}
