using System.Runtime.CompilerServices;

namespace NnGen;

internal static partial class VectorMath
{
    private const float SmallestNormal = 1.17549435e-38f;

    [MethodImpl(Inline)]
    public static V Log<V>(V x)
        where V : struct, IVector<V>
    {
        V f = SplitAnyExponent(x, out V e) - V.One;
        V z = f * f;

        // log(1 + f) = f - f^2/2 + f^3 p(f): the coefficients of Cephes' logf.
        V p = V.Create(7.0376836292e-2f);
        p = Next(p, f, -1.1514610310e-1f);
        p = Next(p, f, 1.1676998740e-1f);
        p = Next(p, f, -1.2420140846e-1f);
        p = Next(p, f, 1.4249322787e-1f);
        p = Next(p, f, -1.6668057665e-1f);
        p = Next(p, f, 2.0000714765e-1f);
        p = Next(p, f, -2.4999993993e-1f);
        p = Next(p, f, 3.3333331174e-1f);
        V tail = p * f * z;
        tail = V.MultiplyAdd(e, V.Create(Ln2Low), tail);
        tail = V.MultiplyAdd(z, V.Create(-0.5f), tail);
        V result = V.MultiplyAdd(e, V.Create(Ln2High), f + tail);
        return LogOfSpecial(x, result);
    }

    [MethodImpl(Inline)]
    public static V Log1p<V>(V x)
        where V : struct, IVector<V>
    {
        // What 1 + x rounds away is put back to first order.
        V u = V.One + x;
        V lost = x - (u - V.One);
        V correction = V.Select(V.GreaterThan(V.Abs(lost), V.Zero), lost / u, V.Zero);
        V finite = V.And(V.LessThan(u, V.Create(float.PositiveInfinity)), V.GreaterThan(u, V.Zero));
        V result = Log(u) + V.And(correction, finite);

        // Keeps the sign of zero.
        return V.Select(V.Equal(x, V.Zero), x, result);
    }

    /// <summary>Splits a positive number, denormal or not.</summary>
    [MethodImpl(Inline)]
    private static V SplitAnyExponent<V>(V x, out V exponent)
        where V : struct, IVector<V>
    {
        V denormal = V.LessThan(x, V.Create(SmallestNormal));
        V m = V.SplitExponent(V.Select(denormal, x * V.Create(16777216f), x), out exponent);
        exponent -= V.And(denormal, V.Create(24f));
        return m;
    }

    /// <summary>log 0 = -inf, log inf = inf, and NaN for negative numbers and NaN.</summary>
    [MethodImpl(Inline)]
    private static V LogOfSpecial<V>(V x, V result)
        where V : struct, IVector<V>
    {
        V infinity = V.Create(float.PositiveInfinity);
        result = V.Select(V.GreaterThan(x, V.Zero), result, V.Create(float.NaN));
        result = V.Select(V.Equal(x, V.Zero), -infinity, result);
        return V.Select(V.Equal(x, infinity), infinity, result);
    }
}
