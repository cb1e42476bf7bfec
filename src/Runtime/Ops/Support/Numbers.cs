using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>
/// Arithmetic on elements of any type that tensors hold. Integers wrap around, as in PyTorch; false and true count as 0 and 1.
/// </summary>
internal static class Numbers
{
    /// <summary>How often a number is repeated at a time.</summary>
    private const int ChunkLength = 256;

    /// <summary>A number as another type: what follows the point is cut off, and what is not 0 is true.</summary>
    public static TTo Convert<TFrom, TTo>(TFrom value)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        TTo result = default;
        Convert<TFrom, TTo>([value], new Span<TTo>(ref result));
        return result;
    }

    /// <summary>Numbers as another type: what follows the point is cut off, and what is not 0 is true.</summary>
    public static void Convert<TFrom, TTo>(ReadOnlySpan<TFrom> x, Span<TTo> y)
        where TFrom : unmanaged
        where TTo : unmanaged
    {
        if (typeof(TFrom) == typeof(bool))
            ConvertTo<byte, TTo>(As<TFrom, byte>(x), y);
        else if (typeof(TFrom) == typeof(float))
            ConvertTo<float, TTo>(As<TFrom, float>(x), y);
        else if (typeof(TFrom) == typeof(double))
            ConvertTo<double, TTo>(As<TFrom, double>(x), y);
        else if (typeof(TFrom) == typeof(long))
            ConvertTo<long, TTo>(As<TFrom, long>(x), y);
        else if (typeof(TFrom) == typeof(int))
            ConvertTo<int, TTo>(As<TFrom, int>(x), y);
        else
            ConvertTo<byte, TTo>(As<TFrom, byte>(x), y);
    }

    /// <summary>Applies a function to two elements at a time.</summary>
    /// <exception cref="NotSupportedException">The elements are booleans.</exception>
    public static void Combine<TFunction, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where TFunction : struct, INumberFunction
        where T : unmanaged
    {
        if (typeof(T) == typeof(long))
            Each<TFunction, long>(As<T, long>(a), As<T, long>(b), As<T, long>(y));
        else if (typeof(T) == typeof(int))
            Each<TFunction, int>(As<T, int>(a), As<T, int>(b), As<T, int>(y));
        else if (typeof(T) == typeof(byte))
            Each<TFunction, byte>(As<T, byte>(a), As<T, byte>(b), As<T, byte>(y));
        else if (typeof(T) == typeof(double))
            Each<TFunction, double>(As<T, double>(a), As<T, double>(b), As<T, double>(y));
        else if (typeof(T) == typeof(float))
            Each<TFunction, float>(As<T, float>(a), As<T, float>(b), As<T, float>(y));
        else
            throw new NotSupportedException("There is no arithmetic on booleans: use &, | and ^, or convert with Long() or Float().");
    }

    /// <summary>Applies a function to two elements at a time, broadcast to the shape of the result.</summary>
    public static void Combine<TFunction, T>(ReadOnlySpan<T> a, Shape aShape, ReadOnlySpan<T> b, Shape bShape, Span<T> y, Shape yShape)
        where TFunction : struct, INumberFunction
        where T : unmanaged
    {
        using var forA = Scratch.Rent(Repeated.Room<T>(aShape, yShape));
        using var forB = Scratch.Rent(Repeated.Room<T>(bShape, yShape));
        Combine<TFunction, T>(Repeated.Expand(a, aShape, yShape, forA), Repeated.Expand(b, bShape, yShape, forB), y);
    }

    /// <summary>Divides as floats, broadcast to the shape of the result.</summary>
    public static void Divide<T>(ReadOnlySpan<T> a, Shape aShape, ReadOnlySpan<T> b, Shape bShape, Span<float> y, Shape yShape)
        where T : unmanaged
    {
        using var forA = Scratch.Rent(Repeated.Room<T>(aShape, yShape));
        using var forB = Scratch.Rent(Repeated.Room<T>(bShape, yShape));
        using var scratch = Scratch.Rent(y.Length);
        Convert(Repeated.Expand(a, aShape, yShape, forA), y);
        Convert(Repeated.Expand(b, bShape, yShape, forB), scratch.Span(y.Length));
        System.Numerics.Tensors.TensorPrimitives.Divide(y, scratch.Span(y.Length), y);
    }

    /// <summary>Applies a function to each element and a number.</summary>
    public static void Combine<TFunction, T>(ReadOnlySpan<T> x, Number scalar, Span<T> y)
        where TFunction : struct, INumberFunction
        where T : unmanaged
    {
        // The result may be the tensor's own memory, so the number is repeated elsewhere.
        Span<T> repeated = stackalloc T[Math.Min(ChunkLength, y.Length)];
        repeated.Fill(scalar.As<T>());
        for (var start = 0; start < y.Length; start += repeated.Length)
        {
            var part = y.Slice(start, Math.Min(repeated.Length, y.Length - start));
            Combine<TFunction, T>(x.Slice(start, part.Length), repeated[..part.Length], part);
        }
    }

    private static void Each<TFunction, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where TFunction : struct, INumberFunction
        where T : unmanaged, INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = TFunction.Apply(a[i], b[i]);
    }

    private static void ConvertTo<TFrom, TTo>(ReadOnlySpan<TFrom> x, Span<TTo> y)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged
    {
        if (typeof(TTo) == typeof(bool))
        {
            var flags = As<TTo, bool>(y);
            for (var i = 0; i < x.Length; i++)
                flags[i] = !TFrom.IsZero(x[i]);
        }
        else if (typeof(TTo) == typeof(float))
            Cut(x, As<TTo, float>(y));
        else if (typeof(TTo) == typeof(double))
            Cut(x, As<TTo, double>(y));
        else if (typeof(TTo) == typeof(long))
            Cut(x, As<TTo, long>(y));
        else if (typeof(TTo) == typeof(int))
            Cut(x, As<TTo, int>(y));
        else
            Cut(x, As<TTo, byte>(y));
    }

    private static void Cut<TFrom, TTo>(ReadOnlySpan<TFrom> x, Span<TTo> y)
        where TFrom : unmanaged, INumber<TFrom>
        where TTo : unmanaged, INumber<TTo>
    {
        for (var i = 0; i < x.Length; i++)
            y[i] = TTo.CreateTruncating(x[i]);
    }

    private static ReadOnlySpan<TTo> As<TFrom, TTo>(ReadOnlySpan<TFrom> span)
        where TFrom : unmanaged
        where TTo : unmanaged
        => MemoryMarshal.Cast<TFrom, TTo>(span);

    private static Span<TTo> As<TFrom, TTo>(Span<TFrom> span)
        where TFrom : unmanaged
        where TTo : unmanaged
        => MemoryMarshal.Cast<TFrom, TTo>(span);
}
