using NnGen.Kernels;

namespace NnGen;

/// <summary>How far the first of two inputs fails to exceed the second one by a margin, where the target is 1, or the other way round, where it is -1.</summary>
[Op("input1: #*S; input2: #*S; target: #*S -> y: *S when reduction == 0 | input1: #*S; input2: #*S; target: #*S -> y: ()")]
public static partial class MarginRankingLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input1">The first input.</param>
    /// <param name="input2">The second input.</param>
    /// <param name="target">1 where the first one should be larger, -1 where the second one should.</param>
    /// <param name="y">The loss.</param>
    /// <param name="input1Shape">Shape of <c>input1</c>.</param>
    /// <param name="input2Shape">Shape of <c>input2</c>.</param>
    /// <param name="targetShape">Shape of <c>target</c>.</param>
    /// <param name="margin">The margin. Default: 0.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reduction is unknown.</exception>
    /// <exception cref="ArgumentException">The inputs differ in their number of dims.</exception>
    public static void Forward(
        ReadOnlySpan<float> input1,
        ReadOnlySpan<float> input2,
        ReadOnlySpan<float> target,
        Span<float> y,
        Shape input1Shape,
        Shape input2Shape,
        Shape targetShape,
        double margin = 0,
        Reduction reduction = Reduction.Mean)
    {
        if (input1Shape.Rank != input2Shape.Rank || input1Shape.Rank != targetShape.Rank)
        {
            throw new ArgumentException(
                $"margin_ranking_loss : All input tensors should have same dimension but got sizes: input1: {input1Shape}, input2: {input2Shape}, target: {targetShape}",
                nameof(target));
        }

        Losses(input1, input2, target, input1Shape, input2Shape, targetShape).Forward(new Loss(margin), y, reduction);
    }

    /// <summary>Computes the gradients of <c>input1</c>, <c>input2</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input1,
        ReadOnlySpan<float> input2,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput1,
        Gradient dinput2,
        Gradient dtarget,
        Shape input1Shape,
        Shape input2Shape,
        Shape targetShape,
        double margin,
        Reduction reduction)
        => Losses(input1, input2, target, input1Shape, input2Shape, targetShape).Backward(new Loss(margin), dy, reduction, dinput1, dinput2, dtarget);

    private static ElementLosses Losses(
        ReadOnlySpan<float> input1,
        ReadOnlySpan<float> input2,
        ReadOnlySpan<float> target,
        Shape input1Shape,
        Shape input2Shape,
        Shape targetShape)
        => new(Shape.Broadcast(Shape.Broadcast(input1Shape, input2Shape), targetShape), new LossInput(input1, input1Shape), new LossInput(input2, input2Shape), new LossInput(target, targetShape));

    private readonly struct Loss(double margin) : IElementLoss
    {
        public double Of(in LossPoint p) => Math.Max(0, (-p.C * (p.A - p.B)) + margin);

        public double Slope(int input, in LossPoint p)
        {
            if ((-p.C * (p.A - p.B)) + margin < 0)
                return 0;
            return input switch
            {
                0 => -p.C,
                1 => p.C,
                _ => p.B - p.A,
            };
        }
    }
}
