using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NnGen.Kernels;

/// <summary>Chooses between elements by a mask.</summary>
internal static class Masking
{
    /// <summary>Elements of <paramref name="a"/> where the mask is set, of <paramref name="b"/> elsewhere; the result may be either.</summary>
    public static void Select<T>(ReadOnlySpan<bool> mask, ReadOnlySpan<T> a, ReadOnlySpan<T> b, Span<T> y)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Select(mask, MemoryMarshal.Cast<T, float>(a), MemoryMarshal.Cast<T, float>(b), MemoryMarshal.Cast<T, float>(y));
            return;
        }

        for (var i = 0; i < y.Length; i++)
            y[i] = mask[i] ? a[i] : b[i];
    }

    private static void Select(ReadOnlySpan<bool> mask, ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> y)
    {
        var i = 0;
        for (; i <= y.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            Vector256.ConditionalSelect(Mask(mask[i..]), Vector256.Create(a[i..]), Vector256.Create(b[i..])).CopyTo(y[i..]);
        for (; i < y.Length; i++)
            y[i] = mask[i] ? a[i] : b[i];
    }

    /// <summary>Elements where the mask is <paramref name="when"/>, a number elsewhere; the result may be the elements.</summary>
    public static void Select<T>(ReadOnlySpan<bool> mask, ReadOnlySpan<T> x, T value, bool when, Span<T> y)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float))
        {
            Select(mask, MemoryMarshal.Cast<T, float>(x), (float)(object)value, when, MemoryMarshal.Cast<T, float>(y));
            return;
        }

        for (var i = 0; i < y.Length; i++)
            y[i] = mask[i] == when ? x[i] : value;
    }

    private static void Select(ReadOnlySpan<bool> mask, ReadOnlySpan<float> x, float value, bool when, Span<float> y)
    {
        var other = Vector256.Create(value);
        var i = 0;
        for (; i <= y.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (bits, kept) = (Mask(mask[i..]), Vector256.Create(x[i..]));
            Vector256.ConditionalSelect(bits, when ? kept : other, when ? other : kept).CopyTo(y[i..]);
        }

        for (; i < y.Length; i++)
            y[i] = mask[i] == when ? x[i] : value;
    }

    /// <summary>
    /// The gradient of an operand that is read where the mask is <paramref name="when"/>: summed over the dims along which it
    /// was repeated.
    /// </summary>
    /// <param name="mask">The mask, as large as the result.</param>
    /// <param name="when">Where the operand is read.</param>
    /// <param name="dy">The gradient of the result.</param>
    /// <param name="yShape">Shape of the result.</param>
    /// <param name="shape">Shape of the operand.</param>
    /// <param name="gradient">Where to write.</param>
    public static void Backward(ReadOnlySpan<bool> mask, bool when, ReadOnlySpan<float> dy, Shape yShape, Shape shape, Gradient gradient)
    {
        if (!gradient.IsWanted)
            return;
        if (shape == yShape && !gradient.Accumulate)
        {
            Select(mask, dy, 0f, when, gradient.Span);
            return;
        }

        using var scratch = Scratch.Rent(dy.Length);
        var part = scratch.Span(dy.Length);
        Select(mask, dy, 0f, when, part);
        Span<int> strides = stackalloc int[yShape.Rank];
        DimSums.BroadcastStrides(shape, yShape, strides);
        DimSums.Sum(part, yShape, strides, gradient.Span, gradient.Accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Mask(ReadOnlySpan<bool> mask)
    {
        var bytes = Vector128.CreateScalarUnsafe(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(mask[..sizeof(ulong)]))).AsByte();
        var (low, high) = Vector128.Widen(Vector128.WidenLower(bytes));
        return ~Vector256.Equals(Vector256.Create(low, high), Vector256<uint>.Zero).AsSingle();
    }
}
