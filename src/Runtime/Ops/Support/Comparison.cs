using System.Numerics;
using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>A comparison of two numbers; with NaN every one but <see cref="NotEqual"/> is false.</summary>
internal interface IComparison
{
    /// <summary>Whether it holds.</summary>
    static abstract bool Holds<T>(T a, T b)
        where T : INumber<T>;
}

internal readonly struct Equal : IComparison
{
    public static bool Holds<T>(T a, T b)
        where T : INumber<T>
        => a == b;
}

internal readonly struct NotEqual : IComparison
{
    public static bool Holds<T>(T a, T b)
        where T : INumber<T>
        => a != b;
}

internal readonly struct Less : IComparison
{
    public static bool Holds<T>(T a, T b)
        where T : INumber<T>
        => a < b;
}

internal readonly struct LessOrEqual : IComparison
{
    public static bool Holds<T>(T a, T b)
        where T : INumber<T>
        => a <= b;
}

internal readonly struct Greater : IComparison
{
    public static bool Holds<T>(T a, T b)
        where T : INumber<T>
        => a > b;
}

internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Holds<T>(T a, T b)
        where T : INumber<T>
        => a >= b;
}

/// <summary>Compares tensors, or a tensor with a number, element by element.</summary>
internal static class Comparison
{
    /// <summary>Compares two tensors, broadcast to the shape of the result.</summary>
    public static void Run<TComparison, T>(ReadOnlySpan<T> a, Shape aShape, ReadOnlySpan<T> b, Shape bShape, Span<bool> y, Shape yShape)
        where TComparison : struct, IComparison
        where T : unmanaged
    {
        using var forA = Scratch.Rent(Repeated.Room<T>(aShape, yShape));
        using var forB = Scratch.Rent(Repeated.Room<T>(bShape, yShape));
        Dispatch<TComparison, T>(Repeated.Expand(a, aShape, yShape, forA), Repeated.Expand(b, bShape, yShape, forB), y);
    }

    /// <summary>Compares a tensor with a number: floats as floats, integers with whole numbers exactly, others in double precision.</summary>
    public static void Run<TComparison, T>(ReadOnlySpan<T> x, Number scalar, Span<bool> y)
        where TComparison : struct, IComparison
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Each<TComparison, float>(MemoryMarshal.Cast<T, float>(x), (float)scalar.ToDouble(), y);
            return;
        }

        if (typeof(T) == typeof(long) && scalar.IsWhole)
        {
            Each<TComparison, long>(MemoryMarshal.Cast<T, long>(x), scalar.As<long>(), y);
            return;
        }

        for (var i = 0; i < y.Length; i++)
            y[i] = TComparison.Holds(Numbers.Convert<T, double>(x[i]), scalar.ToDouble());
    }

    private static void Dispatch<TComparison, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y)
        where TComparison : struct, IComparison
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
            Each<TComparison, float>(MemoryMarshal.Cast<T, float>(a), MemoryMarshal.Cast<T, float>(b), y);
        else if (typeof(T) == typeof(long))
            Each<TComparison, long>(MemoryMarshal.Cast<T, long>(a), MemoryMarshal.Cast<T, long>(b), y);
        else if (typeof(T) == typeof(int))
            Each<TComparison, int>(MemoryMarshal.Cast<T, int>(a), MemoryMarshal.Cast<T, int>(b), y);
        else if (typeof(T) == typeof(double))
            Each<TComparison, double>(MemoryMarshal.Cast<T, double>(a), MemoryMarshal.Cast<T, double>(b), y);
        else
            Each<TComparison, byte>(MemoryMarshal.AsBytes(a), MemoryMarshal.AsBytes(b), y);
    }

    private static void Each<TComparison, T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<bool> y)
        where TComparison : struct, IComparison
        where T : INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = TComparison.Holds(a[i], b[i]);
    }

    private static void Each<TComparison, T>(ReadOnlySpan<T> x, T scalar, Span<bool> y)
        where TComparison : struct, IComparison
        where T : INumber<T>
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = TComparison.Holds(x[i], scalar);
    }
}
