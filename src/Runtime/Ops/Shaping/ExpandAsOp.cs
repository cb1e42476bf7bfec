using NnGen.Kernels;

namespace NnGen;

/// <summary>The tensor repeated to the shape of another one.</summary>
[Op("x: any[#*S]; other: any[*S] -> y: any[*S]")]
public static partial class ExpandAsOp
{
    /// <summary>Copies the elements as often as they are repeated.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, Shape xShape, Shape yShape)
        where T : unmanaged
    {
        Span<int> strides = stackalloc int[yShape.Rank];
        DimSums.BroadcastStrides(xShape, yShape, strides);
        StridedCopy.Gather(x, yShape, strides, y);
    }

    /// <summary>Adds up the gradients of the repetitions.</summary>
    public static void Backward(ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape yShape)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[yShape.Rank];
        DimSums.BroadcastStrides(xShape, yShape, strides);
        DimSums.Sum(dy, yShape, strides, dx.Span, dx.Accumulate);
    }
}
