using NnGen.Kernels;

namespace NnGen;

/// <summary><c>log(1 + exp(-target · input))</c> of two tensors that broadcast.</summary>
[Op("input: #*S; target: #*S -> y: *S when reduction == 0 | input: #*S; target: #*S -> y: ()")]
public static partial class SoftMarginLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">1 or -1 for each element.</param>
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

    /// <summary>Computes the gradients of <c>input</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Shape inputShape,
        Shape targetShape,
        Reduction reduction)
        => Losses(input, target, inputShape, targetShape).Backward(default(Loss), dy, reduction, dinput);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Shape inputShape,
        Shape targetShape)
        => new(Shape.Broadcast(inputShape, targetShape), new LossInput(input, inputShape), new LossInput(target, targetShape));

    private readonly struct Loss : IElementLoss
    {
        public double Of(in LossPoint p)
        {
            var z = -p.A * p.B;
            return Math.Max(z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
        }

        public double Slope(int input, in LossPoint p) => -p.B / (1 + Math.Exp(p.A * p.B));
    }
}
