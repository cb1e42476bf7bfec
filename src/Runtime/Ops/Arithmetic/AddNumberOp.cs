using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NnGen;

/// <summary>A whole number added to tensors of counts and indices.</summary>
[Op("x: any[*S] -> y: any[*S]", IsDifferentiable = false)]
public static partial class AddNumberOp
{
    /// <summary>The result.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="y">The result.</param>
    /// <param name="scalar">The number.</param>
    /// <exception cref="NotSupportedException">The elements are no numbers.</exception>
    public static void Forward<T>(ReadOnlySpan<T> x, Span<T> y, long scalar)
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            Add(x, y, scalar);
        else if (typeof(T) == typeof(int))
            Add(x, y, (int)scalar);
        else if (typeof(T) == typeof(byte))
            Add(x, y, (byte)scalar);
        else if (typeof(T) == typeof(double))
            Add(x, y, (double)scalar);
        else
            throw new NotSupportedException($"A Tensor<{typeof(T).Name}> holds no numbers to which one can be added.");
    }

    private static void Add<T, TNumber>(ReadOnlySpan<T> x, Span<T> y, TNumber scalar)
        where T : unmanaged
        where TNumber : unmanaged, System.Numerics.INumber<TNumber>
        => TensorPrimitives.Add(MemoryMarshal.Cast<T, TNumber>(x), scalar, MemoryMarshal.Cast<T, TNumber>(y));
}
