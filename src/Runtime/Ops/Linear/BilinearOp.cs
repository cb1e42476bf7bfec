using System.Numerics.Tensors;
using NnGen.Kernels;

namespace NnGen;

/// <summary>A bilinear form of two vectors for each feature of the result.</summary>
[Op("input1: *B, I; input2: *B, J; weight: O, I, J; bias: O? -> y: *B, O", MultiplyAdds = "y*I*J")]
public static partial class BilinearOp
{
    /// <summary>Computes <c>y</c>.</summary>
    /// <param name="input1">The first vectors.</param>
    /// <param name="input2">The second vectors.</param>
    /// <param name="weight">The forms.</param>
    /// <param name="bias">What is added, or absent.</param>
    /// <param name="y">The result.</param>
    /// <param name="b">Number of pairs.</param>
    /// <param name="i">Size of the first vectors.</param>
    /// <param name="j">Size of the second vectors.</param>
    /// <param name="o">Features of the result.</param>
    public static void Forward(
        ReadOnlySpan<float> input1, ReadOnlySpan<float> input2, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Span<float> y, int b, int i, int j, int o)
    {
        y.Check(b * o);
        using var scratch = Scratch.Rent(b * i);
        var products = scratch.Span(b * i);
        for (var feature = 0; feature < o; feature++)
        {
            Gemm.Run(false, true, b, i, j, 1, input2, j, weight.Slice(feature * i * j, i * j), j, 0, products, i);
            for (var row = 0; row < b; row++)
            {
                var sum = TensorPrimitives.Dot(input1.Slice(row * i, i), products.Slice(row * i, i));
                y[(row * o) + feature] = bias.IsAbsent() ? sum : sum + bias[feature];
            }
        }
    }

    /// <summary>Computes the gradients of both inputs, the weight and the bias.</summary>
    public static void Backward(
        ReadOnlySpan<float> input1,
        ReadOnlySpan<float> input2,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dinput1,
        Gradient dinput2,
        Gradient dweight,
        Gradient dbias,
        int b,
        int i,
        int j,
        int o)
    {
        dinput1.Begin();
        dinput2.Begin();
        using var scratch = Scratch.Rent(2L * b * i);
        var products = scratch.Span(b * i);
        var scaled = scratch.Span(2 * b * i)[products.Length..];
        for (var feature = 0; feature < o; feature++)
        {
            var form = weight.Slice(feature * i * j, i * j);
            Gemm.Run(false, true, b, i, j, 1, input2, j, form, j, 0, products, i);
            for (var row = 0; row < b; row++)
            {
                var gradient = dy[(row * o) + feature];
                TensorPrimitives.Multiply(input1.Slice(row * i, i), gradient, scaled.Slice(row * i, i));
                if (dinput1.IsWanted)
                    TensorPrimitives.MultiplyAdd(products.Slice(row * i, i), gradient, dinput1.Row(row, i), dinput1.Row(row, i));
            }

            if (dinput2.IsWanted)
                Gemm.Run(false, false, b, j, i, 1, scaled, i, form, j, 1, dinput2.Span, j);
            if (dweight.IsWanted)
                Gemm.Run(true, false, i, j, b, 1, scaled, i, input2, j, dweight.Accumulate ? 1 : 0, dweight.Row(feature, i * j), j);
        }

        Reductions.Sum(dy, 1, b, o, dbias);
    }
}
