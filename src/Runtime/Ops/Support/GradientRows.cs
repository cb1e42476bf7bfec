namespace NnGen.Kernels;

/// <summary>Gradients that are written by adding to them row by row.</summary>
internal static class GradientRows
{
    /// <summary>Zeroes a gradient that is to be overwritten, so that what follows can add.</summary>
    public static void Begin(this Gradient gradient)
    {
        if (gradient.IsWanted && !gradient.Accumulate)
            gradient.Span.Clear();
    }

    /// <summary>One row, empty where nobody needs it.</summary>
    public static Span<float> Row(this Gradient gradient, int row, int length) => gradient.IsWanted ? gradient.Span.Slice(row * length, length) : default;
}
