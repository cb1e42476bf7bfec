using System.Numerics.Tensors;
using NnGen.Kernels;

namespace NnGen;

/// <summary>The logarithm of the sum of exponentials over dims, computed so that no exponential overflows.</summary>
[Op("x: *S -> y: reduce(*S, dim, keepDim)")]
public static partial class LogSumExpOp
{
    /// <summary>Computes the logarithm of the sum of exponentials over dims.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="dim">The dims.</param>
    /// <param name="keepDim">Whether they stay, with size 1.</param>
    public static partial Tensor Apply(Tensor x, int[] dim, bool keepDim = false);

    /// <summary>Computes the results; minus infinity over no elements.</summary>
    public static void Forward(ReadOnlySpan<float> x, Span<float> y, Shape xShape, int[] dim)
    {
        if (x.IsEmpty)
        {
            y.Fill(float.NegativeInfinity);
            return;
        }

        Span<int> strides = stackalloc int[xShape.Rank];
        DimSums.ReduceStrides(xShape, dim, strides);
        using var scratch = Scratch.Rent((long)x.Length + y.Length);
        var exponentials = scratch.Span(x.Length);
        var max = scratch.Span(x.Length + y.Length)[x.Length..];
        Extremes.Reduce<Largest, float>(x, xShape, dim, max);

        // An infinite maximum is the result, and its distance from itself has no meaning.
        for (var i = 0; i < max.Length; i++)
            max[i] = float.IsInfinity(max[i]) ? 0 : max[i];
        StridedCopy.Gather(max, xShape, strides, exponentials);
        TensorPrimitives.Subtract(x, exponentials, exponentials);
        TensorPrimitives.Exp(exponentials, exponentials);
        DimSums.Sum(exponentials, xShape, strides, y);
        TensorPrimitives.Log(y, y);
        TensorPrimitives.Add(y, max, y);
    }

    /// <summary>Computes the gradient of <c>x</c>: the softmax times the gradient of the result.</summary>
    public static void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx, Shape xShape, int[] dim)
    {
        if (!dx.IsWanted)
            return;
        Span<int> strides = stackalloc int[xShape.Rank];
        DimSums.ReduceStrides(xShape, dim, strides);
        using var scratch = Scratch.Rent(2L * x.Length);
        var share = scratch.Span(x.Length);
        var repeated = scratch.Span(2 * x.Length)[x.Length..];
        StridedCopy.Gather(y, xShape, strides, repeated);
        for (var i = 0; i < share.Length; i++)
            share[i] = float.IsInfinity(repeated[i]) ? 0 : repeated[i];
        TensorPrimitives.Subtract(x, share, share);
        TensorPrimitives.Exp(share, share);
        StridedCopy.Gather(dy, xShape, strides, repeated);
        TensorPrimitives.Multiply(share, repeated, share);
        dx.Write(share);
    }
}
