namespace NnGen.Kernels;

/// <summary>The kernel of cubic convolution: Keys, Cubic convolution interpolation for digital image processing (1981).</summary>
internal static class CubicWeights
{
    /// <summary>The weight of an element at some distance.</summary>
    public static double At(double distance, double coefficient)
    {
        var x = Math.Abs(distance);
        return x <= 1 ? ((((coefficient + 2) * x) - (coefficient + 3)) * x * x) + 1
            : x < 2 ? ((((((x - 5) * x) + 8) * x) - 4) * coefficient)
            : 0;
    }

    /// <summary>Its derivative by the distance.</summary>
    public static double Slope(double distance, double coefficient)
    {
        var x = Math.Abs(distance);
        var slope = x <= 1 ? ((3 * (coefficient + 2) * x) - (2 * (coefficient + 3))) * x
            : x < 2 ? ((((3 * x) - 10) * x) + 8) * coefficient
            : 0;
        return distance < 0 ? -slope : slope;
    }
}
