using NnGen.Kernels;

namespace NnGen;

/// <summary>
/// A number that stands beside tensors of any element type: a whole one exactly as a long, any other as a double. It converts from
/// C#'s numbers, so that one is written as it is: <c>ids + 1</c>.
/// </summary>
public readonly record struct Number
{
    private readonly long _whole;
    private readonly double _real;

    private Number(long whole, double real, bool isWhole)
    {
        _whole = whole;
        _real = real;
        IsWhole = isWhole;
    }

    /// <summary>Whether it came from a whole number.</summary>
    public bool IsWhole { get; }

    /// <summary>A whole number.</summary>
    public static implicit operator Number(long value) => new(value, value, isWhole: true);

    /// <summary>Any number.</summary>
    public static implicit operator Number(double value) => new(0, value, isWhole: false);

    /// <summary>False is 0, true is 1.</summary>
    public static implicit operator Number(bool value) => value ? 1 : 0;

    /// <summary>A number of an element type.</summary>
    internal static Number Of<T>(T value)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double) || typeof(T) == typeof(float))
            return Numbers.Convert<T, double>(value);
        return Numbers.Convert<T, long>(value);
    }

    /// <summary>As an element type: what follows the point is cut off where that holds whole numbers.</summary>
    internal T As<T>()
        where T : unmanaged
        => IsWhole ? Numbers.Convert<long, T>(_whole) : Numbers.Convert<double, T>(_real);

    /// <summary>As a double, rounded where it is beyond 2^53.</summary>
    internal double ToDouble() => _real;
}
