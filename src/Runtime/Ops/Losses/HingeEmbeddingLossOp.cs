using NnGen.Kernels;

namespace NnGen;

/// <summary>The input where the target is 1, and how far it stays below a margin where the target is -1.</summary>
[Op("input: #*S; target: #*S -> y: *S when reduction == 0 | input: #*S; target: #*S -> y: ()")]
public static partial class HingeEmbeddingLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">1 or -1 for each element.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="margin">The margin. Default: 1.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        double margin = 1,
        Reduction reduction = Reduction.Mean)
        => Losses(input, target, inputShape, targetShape).Forward(new Loss(margin), y, reduction);

    /// <summary>Computes the gradients of <c>input</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Shape inputShape,
        Shape targetShape,
        double margin,
        Reduction reduction)
        => Losses(input, target, inputShape, targetShape).Backward(new Loss(margin), dy, reduction, dinput);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Shape inputShape,
        Shape targetShape)
        => new(Shape.Broadcast(inputShape, targetShape), new LossInput(input, inputShape), new LossInput(target, targetShape));

    private readonly struct Loss(double margin) : IElementLoss
    {
        public double Of(in LossPoint p) => (p.B != 1 ? Math.Max(0, margin - p.A) : 0) + (p.B != -1 ? p.A : 0);

        public double Slope(int input, in LossPoint p) => (p.B != 1 && margin - p.A >= 0 ? -1 : 0) + (p.B != -1 ? 1 : 0);
    }
}
