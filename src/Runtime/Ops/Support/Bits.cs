using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>Logic on the bits of elements; booleans are bytes of 0 or 1.</summary>
internal static class Bits
{
    internal interface IFunction
    {
        static abstract byte Apply(byte a, byte b);
    }

    /// <summary>Combines two tensors, broadcast to the shape of the result.</summary>
    /// <exception cref="NotSupportedException">The elements are floating-point numbers.</exception>
    public static void Combine<TFunction, T>(ReadOnlySpan<T> a, Shape aShape, ReadOnlySpan<T> b, Shape bShape, Span<T> y, Shape yShape)
        where TFunction : struct, IFunction
        where T : unmanaged
    {
        Refuse<T>();
        using var forA = Scratch.Rent(Repeated.Room<T>(aShape, yShape));
        using var forB = Scratch.Rent(Repeated.Room<T>(bShape, yShape));
        var left = MemoryMarshal.AsBytes(Repeated.Expand(a, aShape, yShape, forA));
        var right = MemoryMarshal.AsBytes(Repeated.Expand(b, bShape, yShape, forB));
        var result = MemoryMarshal.AsBytes(y);
        for (var i = 0; i < result.Length; i++)
            result[i] = TFunction.Apply(left[i], right[i]);
    }

    /// <summary>Every bit the other way round.</summary>
    /// <exception cref="NotSupportedException">The elements are floating-point numbers.</exception>
    public static void Not<T>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged
    {
        Refuse<T>();
        var mask = typeof(T) == typeof(bool) ? (byte)1 : byte.MaxValue;
        var from = MemoryMarshal.AsBytes(x);
        var to = MemoryMarshal.AsBytes(y);
        for (var i = 0; i < to.Length; i++)
            to[i] = (byte)(from[i] ^ mask);
    }

    private static void Refuse<T>()
    {
        if (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            throw new NotSupportedException("Bitwise operators are not implemented for floating-point tensors: compare first, or convert with Long() or Bool().");
    }

    internal readonly struct And : IFunction
    {
        public static byte Apply(byte a, byte b) => (byte)(a & b);
    }

    internal readonly struct Or : IFunction
    {
        public static byte Apply(byte a, byte b) => (byte)(a | b);
    }

    internal readonly struct Xor : IFunction
    {
        public static byte Apply(byte a, byte b) => (byte)(a ^ b);
    }
}
