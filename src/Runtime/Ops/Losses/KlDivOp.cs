using NnGen.Kernels;

namespace NnGen;

/// <summary>The Kullback-Leibler divergence of log-probabilities from targets, element by element.</summary>
[Op("input: #*S; target: #*S -> y: *S when reduction == 0 | input: #*S; target: #*S -> y: ()")]
public static partial class KlDivOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The log-probabilities.</param>
    /// <param name="target">The probabilities, or their logarithms.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <param name="logTarget">Whether targets are logarithms. Default: no.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        Reduction reduction = Reduction.Mean,
        bool logTarget = false)
    {
        LossReduction.Validate(reduction, hasBatchMean: true);
        Losses(input, target, inputShape, targetShape).Forward(new Loss(logTarget), y, Summed(reduction), Count(reduction, inputShape));
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
        Reduction reduction,
        bool logTarget)
        => Losses(input, target, inputShape, targetShape)
            .Backward(new Loss(logTarget), dy, Summed(reduction), dinput, dtarget, count: Count(reduction, inputShape));

    private static Reduction Summed(Reduction reduction) => reduction == Reduction.BatchMean ? Reduction.Mean : reduction;

    /// <summary>What the sum is divided by where that is not the number of losses.</summary>
    private static double? Count(Reduction reduction, Shape inputShape)
        => reduction != Reduction.BatchMean ? null : inputShape.Rank == 0 ? 1 : inputShape[0];

    private static ElementLosses Losses(ReadOnlySpan<float> input, ReadOnlySpan<float> target, Shape inputShape, Shape targetShape)
        => new(Shape.Broadcast(inputShape, targetShape), new LossInput(input, inputShape), new LossInput(target, targetShape));

    private readonly struct Loss(bool logTarget) : IElementLoss
    {
        public double Of(in LossPoint p)
        {
            if (logTarget)
                return Math.Exp(p.B) * (p.B - p.A);
            return (p.B == 0 ? 0 : p.B * Math.Log(p.B)) - (p.B * p.A);
        }

        public double Slope(int input, in LossPoint p)
        {
            if (logTarget)
                return input == 0 ? -Math.Exp(p.B) : Math.Exp(p.B) * (p.B - p.A + 1);
            return input == 0 ? -p.B : Math.Log(p.B) + 1 - p.A;
        }
    }
}
