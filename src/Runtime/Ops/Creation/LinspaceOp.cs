namespace NnGen;

/// <summary>Evenly spaced values, both ends included.</summary>
[Op("-> y: steps", IsDifferentiable = false)]
public static partial class LinspaceOp
{
    /// <summary>Computes the values.</summary>
    /// <param name="start">The first value.</param>
    /// <param name="end">The last value.</param>
    /// <param name="steps">How many values.</param>
    public static partial Tensor Apply(double start, double end, int steps);

    /// <summary>Writes the values, in float32 and from both ends, as PyTorch computes them, so that the last is exactly the end.</summary>
    public static void Forward(Span<float> y, double start, double end)
    {
        var (first, last) = ((float)start, (float)end);
        var step = y.Length > 1 ? (last - first) / (y.Length - 1) : 0;
        for (var i = 0; i < y.Length; i++)
            y[i] = i < y.Length / 2 || y.Length == 1 ? first + (step * i) : last - (step * (y.Length - i - 1));
    }
}
