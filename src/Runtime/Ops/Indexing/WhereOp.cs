using NnGen.Kernels;

namespace NnGen;

/// <summary>Elements of <c>a</c> where the condition holds, of <c>b</c> elsewhere.</summary>
[Op("a: any[#*S]; condition: bool[#*S]; b: any[#*S] -> y: any[*S]")]
public static partial class WhereOp
{
    /// <summary>Chooses the elements.</summary>
    public static void Forward<T>(
        ReadOnlySpan<T> a, ReadOnlySpan<bool> condition, ReadOnlySpan<T> b, Span<T> y, Shape aShape, Shape conditionShape, Shape bShape, Shape yShape)
        where T : unmanaged
    {
        using var forA = Scratch.Rent(Repeated.Room<T>(aShape, yShape));
        using var forB = Scratch.Rent(Repeated.Room<T>(bShape, yShape));
        using var forMask = Scratch.Rent(Repeated.Room<bool>(conditionShape, yShape));
        Masking.Select(
            Repeated.Expand(condition, conditionShape, yShape, forMask),
            Repeated.Expand(a, aShape, yShape, forA),
            Repeated.Expand(b, bShape, yShape, forB),
            y);
    }

    /// <summary>Gives each operand the gradient of the elements that it gave.</summary>
    public static void Backward(
        ReadOnlySpan<bool> condition, ReadOnlySpan<float> dy, Gradient da, Gradient db, Shape aShape, Shape conditionShape, Shape bShape, Shape yShape)
    {
        using var scratch = Scratch.Rent(Repeated.Room<bool>(conditionShape, yShape));
        var mask = Repeated.Expand(condition, conditionShape, yShape, scratch);
        Masking.Backward(mask, true, dy, yShape, aShape, da);
        Masking.Backward(mask, false, dy, yShape, bShape, db);
    }
}
