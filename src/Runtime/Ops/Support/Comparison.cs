namespace NnGen.Kernels;

/// <summary>A comparison of two numbers; with NaN every one but <see cref="NotEqual"/> is false.</summary>
internal interface IComparison
{
    /// <summary>Whether it holds.</summary>
    static abstract bool Holds(float a, float b);
}

internal readonly struct Equal : IComparison
{
    public static bool Holds(float a, float b) => a == b;
}

internal readonly struct NotEqual : IComparison
{
    public static bool Holds(float a, float b) => a != b;
}

internal readonly struct Less : IComparison
{
    public static bool Holds(float a, float b) => a < b;
}

internal readonly struct LessOrEqual : IComparison
{
    public static bool Holds(float a, float b) => a <= b;
}

internal readonly struct Greater : IComparison
{
    public static bool Holds(float a, float b) => a > b;
}

internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Holds(float a, float b) => a >= b;
}

/// <summary>Compares tensors, or a tensor with a number, element by element.</summary>
internal static class Comparison
{
    /// <summary>Compares two tensors, broadcast to the shape of the result.</summary>
    public static void Run<TComparison>(
        ReadOnlySpan<float> a, Shape aShape, ReadOnlySpan<float> b, Shape bShape, Span<bool> y, Shape yShape)
        where TComparison : struct, IComparison
    {
        using var scratch = Scratch.Rent(2L * y.Length);
        var operands = scratch.Span(2 * y.Length);
        Run<TComparison>(Expand(a, aShape, yShape, operands[..y.Length]), Expand(b, bShape, yShape, operands[y.Length..]), y);
    }

    /// <summary>Compares a tensor with a number.</summary>
    public static void Run<TComparison>(ReadOnlySpan<float> x, float scalar, Span<bool> y)
        where TComparison : struct, IComparison
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = TComparison.Holds(x[i], scalar);
    }

    private static void Run<TComparison>(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<bool> y)
        where TComparison : struct, IComparison
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = TComparison.Holds(a[i], b[i]);
    }

    private static ReadOnlySpan<float> Expand(ReadOnlySpan<float> x, Shape shape, Shape target, Span<float> buffer)
    {
        if (shape == target)
            return x;
        Span<int> strides = stackalloc int[target.Rank];
        DimSums.BroadcastStrides(shape, target, strides);
        StridedCopy.Gather(x, target, strides, buffer);
        return buffer;
    }
}
