using NnGen.Kernels;

namespace NnGen;

/// <summary>The mean over the classes of each class's binary cross entropy of its logit.</summary>
[Op("input: *B, C; target: *B, C; weight: C? -> y: *B when reduction == 0 | input: *B, C; target: *B, C; weight: C? -> y: ()")]
public static partial class MultiLabelSoftMarginLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">Logits of the classes.</param>
    /// <param name="target">1 for each class that a sample has, else 0.</param>
    /// <param name="weight">A weight for each class, or absent.</param>
    /// <param name="y">The loss.</param>
    /// <param name="b">Number of samples.</param>
    /// <param name="c">Number of classes.</param>
    /// <param name="reduction">What is made of the samples' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input, ReadOnlySpan<float> target, ReadOnlySpan<float> weight, Span<float> y, int b, int c, Reduction reduction = Reduction.Mean)
    {
        LossReduction.Validate(reduction);
        using var scratch = Scratch.Rent(b);
        var losses = scratch.Span(b);
        for (var row = 0; row < b; row++)
        {
            var sum = 0.0;
            for (var i = row * c; i < (row + 1) * c; i++)
                sum += Weight(weight, i % c) * (Softplus(-input[i]) + ((1 - (double)target[i]) * input[i]));
            losses[row] = (float)(sum / c);
        }

        LossReduction.Forward(losses, y, reduction, b);
    }

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        int b,
        int c,
        Reduction reduction)
    {
        dinput.Begin();
        dtarget.Begin();
        for (var i = 0; i < input.Length; i++)
        {
            var gradient = LossReduction.Gradient(dy, i / c, reduction, b) * Weight(weight, i % c) / c;
            if (dinput.IsWanted)
                dinput.Span[i] += (float)(gradient * (1 - target[i] - (1 / (1 + Math.Exp(input[i])))));
            if (dtarget.IsWanted)
                dtarget.Span[i] -= (float)(gradient * input[i]);
        }
    }

    private static double Weight(ReadOnlySpan<float> weight, int index) => weight.IsAbsent() ? 1 : weight[index];

    private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
}
