using NnGen.Kernels;

namespace NnGen;

/// <summary>The cross entropy of logits with targets between 0 and 1.</summary>
[Op("input: *S; target: *S; weight: #*S?; posWeight: #*S? -> y: *S when reduction == 0 | input: *S; target: *S; weight: #*S?; posWeight: #*S? -> y: ()")]
public static partial class BinaryCrossEntropyWithLogitsOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The logits.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="weight">A factor of each loss, or absent.</param>
    /// <param name="posWeight">A factor of the targets, or absent.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="weightShape">Shape of <c>weight</c>.</param>
    /// <param name="posWeightShape">Shape of <c>posWeight</c>.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> posWeight,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        Shape weightShape,
        Shape posWeightShape,
        Reduction reduction = Reduction.Mean)
        => Losses(input, target, weight, posWeight, inputShape, targetShape, weightShape, posWeightShape).Forward(default(Loss), y, reduction);

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> posWeight,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Shape inputShape,
        Shape targetShape,
        Shape weightShape,
        Shape posWeightShape,
        Reduction reduction)
        => Losses(input, target, weight, posWeight, inputShape, targetShape, weightShape, posWeightShape).Backward(default(Loss), dy, reduction, dinput, dtarget);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> posWeight,
        Shape inputShape,
        Shape targetShape,
        Shape weightShape,
        Shape posWeightShape)
        => new(inputShape, new LossInput(input, inputShape), new LossInput(target, targetShape), new LossInput(weight, weightShape), new LossInput(posWeight, posWeightShape));

    private readonly struct Loss : IElementLoss
    {
        public double Of(in LossPoint p) => p.C * (((1 - p.B) * p.A) + ((1 + ((p.D - 1) * p.B)) * Softplus(-p.A)));

        public double Slope(int input, in LossPoint p) => input == 0
            ? p.C * (1 - p.B - ((1 + ((p.D - 1) * p.B)) / (1 + Math.Exp(p.A))))
            : p.C * (((p.D - 1) * Softplus(-p.A)) - p.A);

        private static double Softplus(double x) => Math.Max(x, 0) + Math.Log(1 + Math.Exp(-Math.Abs(x)));
    }
}
