using NnGen.Kernels;

namespace NnGen;

/// <summary>The whole numbers from a start on, below an end.</summary>
[Op("-> y: any[ceil((end - start)/step)]", IsDifferentiable = false)]
public static partial class ArangeOp
{
    /// <summary>Computes the numbers.</summary>
    /// <param name="end">The limit, which is not part of the result.</param>
    /// <param name="start">The first number. Default: 0.</param>
    /// <param name="step">The distance of two numbers. Default: 1.</param>
    public static partial Tensor Apply(long end, long start = 0, long step = 1);

    /// <summary>Writes the numbers.</summary>
    public static void Forward<T>(Span<T> y, long start, long step)
        where T : unmanaged
    {
        for (var i = 0; i < y.Length; i++)
            y[i] = Numbers.Convert<long, T>(start + (i * step));
    }
}
