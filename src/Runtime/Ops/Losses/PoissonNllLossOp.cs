using NnGen.Kernels;

namespace NnGen;

/// <summary>The negative log-likelihood of counts under a Poisson distribution.</summary>
[Op("input: #*S; target: #*S -> y: *S when reduction == 0 | input: #*S; target: #*S -> y: ()")]
public static partial class PoissonNllLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The expectations, or their logarithms.</param>
    /// <param name="target">The counts.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="logInput">Whether the input holds logarithms. Default: yes.</param>
    /// <param name="full">Whether Stirling's approximation of the constant term is added. Default: no.</param>
    /// <param name="eps">Added to the expectation before its logarithm is taken. Default: 1e-8.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        bool logInput = true,
        bool full = false,
        double eps = 1e-8,
        Reduction reduction = Reduction.Mean)
        => Losses(input, target, inputShape, targetShape).Forward(new Loss(logInput, full, eps), y, reduction);

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Shape inputShape,
        Shape targetShape,
        bool logInput,
        bool full,
        double eps,
        Reduction reduction)
        => Losses(input, target, inputShape, targetShape).Backward(new Loss(logInput, full, eps), dy, reduction, dinput, dtarget);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Shape inputShape,
        Shape targetShape)
        => new(Shape.Broadcast(inputShape, targetShape), new LossInput(input, inputShape), new LossInput(target, targetShape));

    private readonly struct Loss(bool logInput, bool full, double eps) : IElementLoss
    {
        public double Of(in LossPoint p)
        {
            var loss = logInput ? Math.Exp(p.A) - (p.B * p.A) : p.A - (p.B * Math.Log(p.A + eps));
            return full && p.B > 1 ? loss + (p.B * Math.Log(p.B)) - p.B + (0.5 * Math.Log(2 * Math.PI * p.B)) : loss;
        }

        public double Slope(int input, in LossPoint p)
        {
            if (input == 0)
                return logInput ? Math.Exp(p.A) - p.B : 1 - (p.B / (p.A + eps));
            var slope = logInput ? -p.A : -Math.Log(p.A + eps);

            // PyTorch fills the masked part of the loss with 0 behind a logarithm: the gradient at 0 is not a number.
            return full ? slope + ((p.B > 1 ? 1 : 0.0) * (Math.Log(p.B) + (0.5 / p.B))) : slope;
        }
    }
}
