using NnGen.Kernels;

namespace NnGen;

/// <summary>The squared difference of two tensors where it is small, else the absolute one, joined smoothly.</summary>
[Op("input: *S; target: *S -> y: *S when reduction == 0 | input: *S; target: *S -> y: ()")]
public static partial class SmoothL1LossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="beta">Where the square ends and the line begins. Default: 1.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    /// <exception cref="ArgumentException"><paramref name="beta"/> is negative.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        double beta = 1,
        Reduction reduction = Reduction.Mean)
    {
        if (beta < 0)
            throw new ArgumentException("smooth_l1_loss does not support negative values for beta.", nameof(beta));

        Losses(input, target, inputShape, targetShape).Forward(new Loss(beta), y, reduction);
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
        double beta,
        Reduction reduction)
        => Losses(input, target, inputShape, targetShape).Backward(new Loss(beta), dy, reduction, dinput, dtarget);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Shape inputShape,
        Shape targetShape)
        => new(inputShape, new LossInput(input, inputShape), new LossInput(target, targetShape));

    private readonly struct Loss(double beta) : IElementLoss
    {
        public double Of(in LossPoint p)
        {
            var distance = Math.Abs(p.A - p.B);
            return distance < beta ? 0.5 * distance * distance / beta : distance - (0.5 * beta);
        }

        public double Slope(int input, in LossPoint p)
        {
            var difference = p.A - p.B;
            var slope = Math.Abs(difference) < beta ? difference / beta : difference > 0 ? 1 : difference < 0 ? -1 : 0;
            return input == 0 ? slope : -slope;
        }
    }
}
