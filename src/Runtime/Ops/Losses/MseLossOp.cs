using NnGen.Kernels;

namespace NnGen;

/// <summary>The squared difference of two tensors of one shape: broadcasting here is mostly a mistake.</summary>
[Op("input: *S; target: *S -> y: *S when reduction == 0 | input: *S; target: *S -> y: ()")]
public static partial class MseLossOp
{
    /// <summary>Computes the loss.</summary>
    /// <param name="input">The values.</param>
    /// <param name="target">What they should be.</param>
    /// <param name="y">The loss.</param>
    /// <param name="reduction">What is made of the elements' losses. Default: their mean.</param>
    public static void Forward(ReadOnlySpan<float> input, ReadOnlySpan<float> target, Span<float> y, Reduction reduction = Reduction.Mean)
        => Distance.Forward<Squared>(input, target, y, reduction);

    /// <summary>Computes the gradients of <c>input</c> and <c>target</c>.</summary>
    public static void Backward(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Reduction reduction)
        => Distance.Backward<Squared>(input, target, dy, dinput, dtarget, reduction);

    private readonly struct Squared : IDistance
    {
        public static double Of(double difference) => difference * difference;

        public static float Slope(float difference) => 2 * difference;
    }
}
