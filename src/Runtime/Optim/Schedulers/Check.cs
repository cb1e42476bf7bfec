using System.Runtime.CompilerServices;

namespace NnGen.Optim;

/// <summary>Checks of the numbers that schedules are made of.</summary>
internal static class Check
{
    public static int Positive(int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value, name);
        return value;
    }

    public static int NotNegative(int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }

    /// <summary>A factor from 0 to 1.</summary>
    /// <param name="value">The factor.</param>
    /// <param name="allowsZero">Whether it may be 0.</param>
    /// <param name="name">The name of the parameter.</param>
    public static double Factor(double value, bool allowsZero = true, [CallerArgumentExpression(nameof(value))] string name = "")
        => value is >= 0 and <= 1 && (allowsZero || value > 0)
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"The factor {name} is {value}: expected {(allowsZero ? "0" : "more than 0")} to 1.");
}
