namespace NnGen.Kernels;

/// <summary>What softmax and its logarithm have in common: a pass that reduces each line, and one that applies what it found.</summary>
internal static class SoftmaxLines
{
    /// <summary>Applies a function of each element, the largest of its line, and the logarithm of the sum of exponentials relative to it.</summary>
    public static void Forward<TFunction>(ReadOnlySpan<float> x, Span<float> y, Axis axis)
        where TFunction : struct, ILineFunction
    {
        using var scratch = Scratch.Rent(2L * axis.Lines);
        var max = scratch.Span(2 * axis.Lines)[..axis.Lines];
        var logSum = scratch.Span(2 * axis.Lines)[axis.Lines..];
        LogSumExpJob.Run(x, axis, max, logSum);
        LineJob<TFunction>.Run(x, x, axis, max, logSum, y, accumulate: false);
    }

    /// <summary>Applies a function of each result, its gradient, and the sum of the line's gradients, each times a factor.</summary>
    /// <param name="y">The results.</param>
    /// <param name="dy">Their gradients.</param>
    /// <param name="factor">What gradients are multiplied by before they are summed; empty: nothing.</param>
    /// <param name="dx">Where to write.</param>
    /// <param name="axis">The dim.</param>
    public static void Backward<TFunction>(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, ReadOnlySpan<float> factor, Gradient dx, Axis axis)
        where TFunction : struct, ILineFunction
    {
        using var scratch = Scratch.Rent(axis.Lines);
        var sums = scratch.Span(axis.Lines);
        LineSumJob.Run(dy, factor, axis, sums);
        LineJob<TFunction>.Run(y, dy, axis, sums, sums, dx.Span, dx.Accumulate);
    }
}
