namespace NnGen.Kernels;

/// <summary>A loss of the difference of two numbers.</summary>
internal interface IDistance
{
    /// <summary>The loss.</summary>
    static abstract double Of(double difference);

    /// <summary>Its derivative.</summary>
    static abstract float Slope(float difference);
}

/// <summary>Losses of the differences of two tensors of one shape.</summary>
internal static class Distance
{
    /// <summary>Computes the losses, their mean or their sum, which is taken in double precision.</summary>
    public static void Forward<TDistance>(ReadOnlySpan<float> input, ReadOnlySpan<float> target, Span<float> y, Reduction reduction)
        where TDistance : struct, IDistance
    {
        target.Check(input.Length);
        if (reduction == Reduction.None)
        {
            y.Check(input.Length);
            for (var i = 0; i < y.Length; i++)
                y[i] = (float)TDistance.Of(input[i] - target[i]);
            return;
        }

        var sum = 0.0;
        for (var i = 0; i < input.Length; i++)
            sum += TDistance.Of(input[i] - target[i]);
        y[0] = (float)(reduction == Reduction.Mean ? sum / input.Length : sum);
    }

    /// <summary>Computes the gradients of both.</summary>
    public static void Backward<TDistance>(
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> target,
        ReadOnlySpan<float> dy,
        Gradient dinput,
        Gradient dtarget,
        Reduction reduction)
        where TDistance : struct, IDistance
    {
        for (var i = 0; i < input.Length; i++)
        {
            var value = LossReduction.Gradient(dy, i, reduction, input.Length) * TDistance.Slope(input[i] - target[i]);
            if (dinput.IsWanted)
                dinput.Span[i] = dinput.Accumulate ? dinput.Span[i] + value : value;
            if (dtarget.IsWanted)
                dtarget.Span[i] = dtarget.Accumulate ? dtarget.Span[i] - value : -value;
        }
    }
}
