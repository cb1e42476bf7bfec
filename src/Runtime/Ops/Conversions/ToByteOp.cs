using NnGen.Kernels;

namespace NnGen;

/// <summary>The elements as 8-bit integers.</summary>
[Op("x: any[*S] -> y: byte[*S]", IsDifferentiable = false)]
public static partial class ToByteOp
{
    /// <summary>Computes <c>y</c>.</summary>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<byte> y)
        where T : unmanaged
        => Numbers.Convert(x, y);
}
