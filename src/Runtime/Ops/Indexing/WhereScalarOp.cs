using NnGen.Kernels;

namespace NnGen;

/// <summary><c>x</c> where the condition holds, a number elsewhere.</summary>
[Op("x: any[#*S]; condition: bool[#*S] -> y: any[*S]")]
public static partial class WhereScalarOp
{
    /// <summary>Chooses the elements.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="condition">Where the elements stand.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="conditionShape">Shape of the mask.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="value">The number.</param>
    public static void Forward<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<bool> condition, Span<T> y, Shape xShape, Shape conditionShape, Shape yShape, double value)
        where T : unmanaged
    {
        using var forX = Scratch.Rent(Repeated.Room<T>(xShape, yShape));
        using var forMask = Scratch.Rent(Repeated.Room<bool>(conditionShape, yShape));
        Masking.Select(
            Repeated.Expand(condition, conditionShape, yShape, forMask), Repeated.Expand(x, xShape, yShape, forX), Numbers.Convert<double, T>(value), when: true, y);
    }

    /// <summary>Passes the gradient of the elements that were kept.</summary>
    public static void Backward(ReadOnlySpan<bool> condition, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape conditionShape, Shape yShape)
    {
        using var scratch = Scratch.Rent(Repeated.Room<bool>(conditionShape, yShape));
        Masking.Backward(Repeated.Expand(condition, conditionShape, yShape, scratch), true, dy, yShape, xShape, dx);
    }
}
