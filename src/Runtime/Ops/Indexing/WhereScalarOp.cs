using NnGen.Kernels;

namespace NnGen;

/// <summary><c>x</c> where the condition holds, a number elsewhere.</summary>
[Op("x: #*S; condition: bool[#*S] -> y: *S")]
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
    public static void Forward(
        ReadOnlySpan<float> x, ReadOnlySpan<bool> condition, Span<float> y, Shape xShape, Shape conditionShape, Shape yShape, double value)
    {
        using var forX = Scratch.Rent(Repeated.Room<float>(xShape, yShape));
        using var forMask = Scratch.Rent(Repeated.Room<bool>(conditionShape, yShape));
        Masking.Select(
            Repeated.Expand(condition, conditionShape, yShape, forMask), Repeated.Expand(x, xShape, yShape, forX), (float)value, when: true, y);
    }

    /// <summary>Passes the gradient of the elements that were kept.</summary>
    public static void Backward(ReadOnlySpan<bool> condition, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape conditionShape, Shape yShape)
    {
        using var scratch = Scratch.Rent(Repeated.Room<bool>(conditionShape, yShape));
        Masking.Backward(Repeated.Expand(condition, conditionShape, yShape, scratch), true, dy, yShape, xShape, dx);
    }
}
