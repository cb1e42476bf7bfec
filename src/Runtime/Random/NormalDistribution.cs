namespace NnGen;

/// <summary>Functions of the normal distribution in double precision.</summary>
internal static class NormalDistribution
{
    /// <summary>Beyond this, the error function is 1 in double precision.</summary>
    private const double Largest = 6;

    /// <summary>The probability that a standard normal number is smaller.</summary>
    public static double Below(double x) => (1 + Erf(x / Math.Sqrt(2))) / 2;

    /// <summary>The error function, by its Taylor series with all terms positive: <c>2/sqrt(π) · exp(-x²) · Σ 2ⁿ x²ⁿ⁺¹ / (2n+1)!!</c>.</summary>
    public static double Erf(double x)
    {
        if (Math.Abs(x) >= Largest)
            return Math.Sign(x);
        var term = x;
        var sum = x;
        for (var n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>The inverse of the error function: Winitzki's approximation (2008), refined by Newton's method.</summary>
    public static double InverseErf(double y)
    {
        if (Math.Abs(y) >= 1)
            return Math.Abs(y) > 1 ? double.NaN : y * double.PositiveInfinity;
        const double A = 0.147;
        var log = Math.Log(1 - (y * y));
        var half = (2 / (Math.PI * A)) + (log / 2);
        var x = Math.Sign(y) * Math.Sqrt(Math.Sqrt((half * half) - (log / A)) - half);
        for (var i = 0; i < 3; i++)
            x -= (Erf(x) - y) / (2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x));
        return x;
    }
}
