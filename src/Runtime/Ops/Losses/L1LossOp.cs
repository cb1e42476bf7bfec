using NnGen.Kernels;

namespace NnGen;

/// <summary>The absolute difference of two tensors of one shape: broadcasting here is mostly a mistake.</summary>
[Op("input: *S; target: *S -> y: *S when reduction == 0 | input: *S; target: *S -> y: ()")]
public static partial class L1LossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        Reduction reduction = Reduction.Mean)
        => Losses(input, target, inputShape, targetShape).Forward(default(Loss), y, reduction);

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Shape inputShape,
        Shape targetShape,
        Reduction reduction)
        => Losses(input, target, inputShape, targetShape).Backward(default(Loss), dy, reduction, dinput, dtarget);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Shape inputShape,
        Shape targetShape)
        => new(inputShape, new LossInput(input, inputShape), new LossInput(target, targetShape));

    private readonly struct Loss : IElementLoss
    {
        public double Of(in LossPoint p) => Math.Abs(p.A - p.B);

        public double Slope(int input, in LossPoint p) => double.IsNaN(p.A - p.B) ? 0 : input == 0 ? Math.Sign(p.A - p.B) : Math.Sign(p.B - p.A);
    }
}
