using NnGen.Kernels;

namespace NnGen;

/// <summary>One minus the cosine of two vectors where the target is 1, and how far it exceeds a margin where the target is -1.</summary>
[Op("input1: *B, D; input2: *B, D; target: *B -> y: *B when reduction == 0 | input1: *B, D; input2: *B, D; target: *B -> y: ()")]
public static partial class CosineEmbeddingLossOp
{
    /// <summary>Added to squared lengths, as in PyTorch.</summary>
    private const double Epsilon = 1e-12;

    /// <summary>Computes the loss.</summary>
    /// <param name="input1">The first vectors.</param>
    /// <param name="input2">The second vectors.</param>
    /// <param name="target">1 where they should be alike, -1 where they should not.</param>
    /// <param name="y">The loss.</param>
    /// <param name="b">Number of pairs.</param>
    /// <param name="d">Size of each vector.</param>
    /// <param name="margin">The margin. Default: 0.</param>
    /// <param name="reduction">What is made of the losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input1,
        ReadOnlySpan<float> input2,
        ReadOnlySpan<float> target,
        Span<float> y,
        int b,
        int d,
        double margin = 0,
        Reduction reduction = Reduction.Mean)
    {
        LossReduction.Validate(reduction);
        using var scratch = Scratch.Rent(b);
        var losses = scratch.Span(b);
        for (var row = 0; row < b; row++)
        {
            var cosine = new VectorPair(input1.Slice(row * d, d), input2.Slice(row * d, d), Epsilon).Cosine;
            losses[row] = (float)(target[row] == 1 ? 1 - cosine : target[row] == -1 ? Math.Max(0, cosine - margin) : 0);
        }

        LossReduction.Forward(losses, y, reduction, b);
    }

    /// <summary>Computes the gradients of <c>input1</c> and <c>input2</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input1,
        ReadOnlySpan<float> input2,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput1,
        Gradient dinput2,
        int b,
        int d,
        double margin,
        Reduction reduction)
    {
        dinput1.Begin();
        dinput2.Begin();
        for (var row = 0; row < b; row++)
        {
            var pair = new VectorPair(input1.Slice(row * d, d), input2.Slice(row * d, d), Epsilon);
            var slope = target[row] == 1 ? -1 : target[row] == -1 && pair.Cosine >= margin ? 1 : 0;
            pair.AddGradients(slope * LossReduction.Gradient(dy, row, reduction, b), dinput1.Row(row, d), dinput2.Row(row, d));
        }
    }
}
