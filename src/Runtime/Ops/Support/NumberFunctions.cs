using System.Numerics;

namespace NnGen.Kernels;

/// <summary>A function of two numbers of one type.</summary>
internal interface INumberFunction
{
    /// <summary>The result.</summary>
    static abstract T Apply<T>(T a, T b)
        where T : INumber<T>;
}

internal readonly struct SumOf : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
        => a + b;
}

internal readonly struct Difference : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
        => a - b;
}

internal readonly struct ReverseDifference : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
        => b - a;
}

internal readonly struct ProductOf : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
        => a * b;
}

internal readonly struct LargerOf : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
        => T.Max(a, b);
}

internal readonly struct SmallerOf : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
        => T.Min(a, b);
}

/// <summary>Rounded down, as Python's <c>//</c>.</summary>
internal readonly struct FloorQuotient : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
        => (a - FloorRemainder.Apply(a, b)) / b;
}

/// <summary>With the sign of the divisor, as Python's <c>%</c>.</summary>
internal readonly struct FloorRemainder : INumberFunction
{
    public static T Apply<T>(T a, T b)
        where T : INumber<T>
    {
        // Only integers have no half.
        if (T.IsZero(b) && T.IsZero(T.One / (T.One + T.One)))
            throw new DivideByZeroException("ZeroDivisionError: an integer tensor is divided by 0");
        var rest = a % b;
        return !T.IsZero(rest) && T.IsNegative(rest) != T.IsNegative(b) ? rest + b : rest;
    }
}
