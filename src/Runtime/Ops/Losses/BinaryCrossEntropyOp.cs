using NnGen.Kernels;

namespace NnGen;

/// <summary>The cross entropy of probabilities with targets between 0 and 1.</summary>
[Op("input: *S; target: *S; weight: #*S? -> y: *S when reduction == 0 | input: *S; target: *S; weight: #*S? -> y: ()")]
public static partial class BinaryCrossEntropyOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The probabilities.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="weight">A factor of each loss, or absent.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="weightShape">Shape of <c>weight</c>.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    /// <exception cref="ArgumentException">An element of <paramref name="input"/> is not between 0 and 1.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        Shape weightShape,
        Reduction reduction = Reduction.Mean)
    {
        foreach (var probability in input)
        {
            if (!(probability is >= 0 and <= 1))
                throw new ArgumentException($"all elements of input should be between 0 and 1, and one is {probability}", nameof(input));
        }

        Losses(input, target, weight, inputShape, targetShape, weightShape).Forward(default(Loss), y, reduction);
    }

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Shape inputShape,
        Shape targetShape,
        Shape weightShape,
        Reduction reduction)
        => Losses(input, target, weight, inputShape, targetShape, weightShape).Backward(default(Loss), dy, reduction, dinput, dtarget);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> weight,
        Shape inputShape,
        Shape targetShape,
        Shape weightShape)
        => new(inputShape, new LossInput(input, inputShape), new LossInput(target, targetShape), new LossInput(weight, weightShape));

    private readonly struct Loss : IElementLoss
    {
        public double Of(in LossPoint p) => p.C * (((p.B - 1) * Log(1 - p.A)) - (p.B * Log(p.A)));

        public double Slope(int input, in LossPoint p)
            => p.C * (input == 0 ? (p.A - p.B) / Math.Max(p.A * (1 - p.A), 1e-12) : Math.Log(1 - p.A) - Math.Log(p.A));

        /// <summary>Bounded as in PyTorch, so that the loss stays finite.</summary>
        private static double Log(double x) => Math.Max(Math.Log(x), -100);
    }
}
