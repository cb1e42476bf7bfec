using NnGen.Kernels;

namespace NnGen;

/// <summary><c>x</c>, but a number where the mask is set.</summary>
[Op("x: any[#*S]; mask: bool[#*S] -> y: any[*S]")]
public static partial class MaskedFillOp
{
    /// <summary>Chooses the elements.</summary>
    /// <param name="x">The elements.</param>
    /// <param name="mask">Where the number stands.</param>
    /// <param name="y">The result.</param>
    /// <param name="xShape">Shape of the elements.</param>
    /// <param name="maskShape">Shape of the mask.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="value">The number.</param>
    public static void Forward<T>(
        ReadOnlySpan<T> x, ReadOnlySpan<bool> mask, Span<T> y, Shape xShape, Shape maskShape, Shape yShape, double value)
        where T : unmanaged
    {
        using var forX = Scratch.Rent(Repeated.Room<T>(xShape, yShape));
        using var forMask = Scratch.Rent(Repeated.Room<bool>(maskShape, yShape));
        Masking.Select(
            Repeated.Expand(mask, maskShape, yShape, forMask), Repeated.Expand(x, xShape, yShape, forX), Numbers.Convert<double, T>(value), when: false, y);
    }

    /// <summary>Passes the gradient of the elements that were kept.</summary>
    public static void Backward(ReadOnlySpan<bool> mask, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, Shape maskShape, Shape yShape)
    {
        using var scratch = Scratch.Rent(Repeated.Room<bool>(maskShape, yShape));
        Masking.Backward(Repeated.Expand(mask, maskShape, yShape, scratch), false, dy, yShape, xShape, dx);
    }
}
