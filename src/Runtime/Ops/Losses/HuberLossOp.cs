using NnGen.Kernels;

namespace NnGen;

/// <summary>The squared difference of two tensors where it is small, else the absolute one times a number, joined smoothly.</summary>
[Op("input: *S; target: *S -> y: *S when reduction == 0 | input: *S; target: *S -> y: ()")]
public static partial class HuberLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="delta">Where the square ends and the line begins. Default: 1.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    /// <exception cref="ArgumentException"><paramref name="delta"/> is not positive.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        double delta = 1,
        Reduction reduction = Reduction.Mean)
    {
        if (!(delta > 0))
            throw new ArgumentException("huber_loss does not support non-positive values for delta.", nameof(delta));

        Losses(input, target, inputShape, targetShape).Forward(new Loss(delta), y, reduction);
    }

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Shape inputShape,
        Shape targetShape,
        double delta,
        Reduction reduction)
        => Losses(input, target, inputShape, targetShape).Backward(new Loss(delta), dy, reduction, dinput, dtarget);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Shape inputShape,
        Shape targetShape)
        => new(inputShape, new LossInput(input, inputShape), new LossInput(target, targetShape));

    private readonly struct Loss(double delta) : IElementLoss
    {
        public double Of(in LossPoint p)
        {
            var distance = Math.Abs(p.A - p.B);
            return distance < delta ? 0.5 * distance * distance : delta * (distance - (0.5 * delta));
        }

        public double Slope(int input, in LossPoint p)
        {
            var slope = Math.Clamp(p.A - p.B, -delta, delta);
            return input == 0 ? slope : -slope;
        }
    }
}
