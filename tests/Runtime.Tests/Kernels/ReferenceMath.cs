namespace NnGen.Tests.KernelTests;

/// <summary>Functions in double precision that .NET does not have.</summary>
internal static class ReferenceMath
{
    public static double Expm1(double x) => Math.Abs(x) < 1e-5 ? x + x * x / 2 + x * x * x / 6 : Math.Exp(x) - 1;

    public static double Log1p(double x) => Math.Abs(x) < 1e-5 ? x - x * x / 2 + x * x * x / 3 : Math.Log(1 + x);

    public static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    /// <summary>A power series near zero, a continued fraction beyond.</summary>
    public static double Erf(double x)
    {
        double a = Math.Abs(x);
        if (double.IsNaN(x) || x == 0) return x;
        if (a > 6) return Math.Sign(x);
        if (a < 2.5)
        {
            double term = a;
            double sum = a;
            for (int n = 1; n < 100; n++)
            {
                term *= -a * a / n;
                sum += term / (2 * n + 1);
            }

            return Math.Sign(x) * sum * 2 / Math.Sqrt(Math.PI);
        }

        double fraction = 0;
        for (int n = 100; n > 0; n--) fraction = n / 2.0 / (a + fraction);
        return Math.Sign(x) * (1 - Math.Exp(-a * a) / (a + fraction) / Math.Sqrt(Math.PI));
    }
}
