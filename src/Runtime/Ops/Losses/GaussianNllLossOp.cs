using NnGen.Kernels;

namespace NnGen;

/// <summary>The negative log-likelihood of values under normal distributions.</summary>
[Op("input: *S; target: #*S; var: *S -> y: *S when reduction == 0 | input: *S; target: #*S; var: *S -> y: ()"
    + " | input: *B, D; target: #*B, #D; var: *B, 1 -> y: *B, D when reduction == 0 | input: *B, D; target: #*B, #D; var: *B, 1 -> y: ()"
    + " | input: *B, D; target: #*B, #D; var: *B -> y: *B, D when reduction == 0 | input: *B, D; target: #*B, #D; var: *B -> y: ()")]
public static partial class GaussianNllLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The expectations.</param>
    /// <param name="target">The values.</param>
    /// <param name="var">The variances.</param>
    /// <param name="y">The loss.</param>
    /// <param name="inputShape">Shape of <c>input</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="varShape">Shape of <c>var</c>.</param>
    /// <param name="full">Whether the constant term is added. Default: no.</param>
    /// <param name="eps">The smallest variance that is computed with. Default: 1e-6.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    /// <exception cref="ArgumentException">A variance is negative.</exception>
    public static void Forward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> var,
        Span<float> y,
        Shape inputShape,
        Shape targetShape,
        Shape varShape,
        bool full = false,
        double eps = 1e-6,
        Reduction reduction = Reduction.Mean)
    {
        foreach (var variance in var)
        {
            if (variance < 0)
                throw new ArgumentException($"var has negative entry/entries: {variance}", nameof(var));
        }

        Losses(input, target, var, inputShape, targetShape, varShape).Forward(new Loss(full, eps), y, reduction);
    }

    /// <summary>Computes the gradients of <c>input</c>, <c>target</c> and <c>var</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> var,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Gradient dvar,
        Shape inputShape,
        Shape targetShape,
        Shape varShape,
        bool full,
        double eps,
        Reduction reduction)
        => Losses(input, target, var, inputShape, targetShape, varShape).Backward(new Loss(full, eps), dy, reduction, dinput, dtarget, dvar);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> var,
        Shape inputShape,
        Shape targetShape,
        Shape varShape)
        => new(inputShape, new LossInput(input, inputShape), new LossInput(target, targetShape), new LossInput(var, WithLastDim(varShape, inputShape.Rank)));

    /// <summary>A variance for each row of the input stands for all of its elements.</summary>
    private static Shape WithLastDim(Shape shape, int rank) => shape.Rank == rank ? shape : Shape.Create([.. shape.Dims, 1]);

    private readonly struct Loss(bool full, double eps) : IElementLoss
    {
        public double Of(in LossPoint p)
        {
            var variance = Math.Max(p.C, eps);
            var difference = p.A - p.B;
            return (0.5 * (Math.Log(variance) + (difference * difference / variance))) + (full ? 0.5 * Math.Log(2 * Math.PI) : 0);
        }

        /// <summary>The bound on the variance lets gradients pass, as in PyTorch.</summary>
        public double Slope(int input, in LossPoint p)
        {
            var variance = Math.Max(p.C, eps);
            var scaled = (p.A - p.B) / variance;
            return input switch
            {
                0 => scaled,
                1 => -scaled,
                _ => 0.5 * ((1 / variance) - (scaled * scaled)),
            };
        }
    }
}
