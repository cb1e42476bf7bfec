using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>Sequences, images and volumes at another size, dim by dim.</summary>
internal static class Resizing
{
    /// <summary>Computes the result.</summary>
    /// <param name="axes">What becomes of the dims after samples and channels.</param>
    /// <param name="planes">How many samples and channels there are.</param>
    /// <param name="input">The input.</param>
    /// <param name="y">The result.</param>
    public static void Forward(ReadOnlySpan<ResizeAxis> axes, int planes, ReadOnlySpan<float> input, Span<float> y)
        => Run(axes, planes, input, new Gradient(y, accumulate: false), isBackward: false);

    /// <summary>Computes the gradient of the input.</summary>
    public static void Backward(ReadOnlySpan<ResizeAxis> axes, int planes, ReadOnlySpan<float> dy, Gradient dinput)
    {
        if (dinput.IsWanted)
            Run(axes, planes, dy, dinput, isBackward: true);
    }

    private static void Run(ReadOnlySpan<ResizeAxis> axes, int planes, ReadOnlySpan<float> source, Gradient target, bool isBackward)
    {
        Span<int> sizes = stackalloc int[axes.Length];
        long largest = 1;
        for (var dim = 0; dim < axes.Length; dim++)
        {
            sizes[dim] = isBackward ? axes[dim].Output : axes[dim].Input;
            largest *= Math.Max(axes[dim].Input, axes[dim].Output);
        }

        using var first = Scratch.Rent(planes * largest);
        using var second = Scratch.Rent(planes * largest);
        var count = source.Length;
        source.CopyTo(first.Span(count));
        var current = first.Span(count);
        var isSecond = false;
        for (var step = 0; step < axes.Length; step++)
        {
            var dim = isBackward ? step : axes.Length - 1 - step;
            if (axes[dim].IsIdentity)
                continue;
            sizes[dim] = isBackward ? axes[dim].Input : axes[dim].Output;
            var outer = planes * Product(sizes[..dim]);
            var inner = Product(sizes[(dim + 1)..]);
            isSecond = !isSecond;
            var next = (isSecond ? second : first).Span(outer * sizes[dim] * inner);
            Dim(axes[dim], outer, inner, current, next, isBackward);
            current = next;
        }

        target.Write(current);
    }

    /// <summary>One dim: each element of the result is a weighted sum, or gives its gradient to the elements of that sum.</summary>
    private static void Dim(ResizeAxis axis, int outer, int inner, ReadOnlySpan<float> source, Span<float> target, bool isBackward)
    {
        target.Clear();
        using var memory = Scratch.Rent(2L * axis.MaxTaps);
        var weights = memory.Span(2 * axis.MaxTaps)[..axis.MaxTaps];
        var elements = MemoryMarshal.Cast<float, int>(memory.Span(2 * axis.MaxTaps)[axis.MaxTaps..]);
        var (from, to) = isBackward ? (axis.Output, axis.Input) : (axis.Input, axis.Output);
        for (var index = 0; index < axis.Output; index++)
        {
            var taps = axis.Taps(index, elements, weights);
            for (var tap = 0; tap < taps; tap++)
            {
                var (at, into) = isBackward ? (index, elements[tap]) : (elements[tap], index);
                for (var row = 0; row < outer; row++)
                    Add(source.Slice(((row * from) + at) * inner, inner), weights[tap], target.Slice(((row * to) + into) * inner, inner));
            }
        }
    }

    private static int Product(ReadOnlySpan<int> sizes)
    {
        var product = 1;
        foreach (var size in sizes)
            product *= size;
        return product;
    }

    private static void Add(ReadOnlySpan<float> source, float weight, Span<float> target)
    {
        if (source.Length == 1)
            target[0] += source[0] * weight;
        else
            TensorPrimitives.MultiplyAdd(source, weight, target, target);
    }
}
