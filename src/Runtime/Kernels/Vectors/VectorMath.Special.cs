using System.Runtime.CompilerServices;

namespace NnGen;

// Functions made from exponentials and logarithms, and those of the error function.
internal static partial class VectorMath
{
    private const float Ln2 = 0.693147181f;

    [MethodImpl(Inline)]
    public static V Sign<V>(V x)
        where V : struct, IVector<V>
        => V.And(V.GreaterThan(x, V.Zero), V.One) - V.And(V.LessThan(x, V.Zero), V.One);

    /// <summary>What is left of a division, with the sign of the dividend.</summary>
    [MethodImpl(Inline)]
    public static V Fmod<V>(V a, V b)
        where V : struct, IVector<V>
    {
        V divisor = V.Abs(b);
        V whole = V.Or(divisor, SignOf(a));

        // The quotient may have been rounded to the whole number beside it.
        V rest = V.MultiplyAdd(-V.Truncate(a / b), b, a);
        rest = V.Select(V.LessThan(rest * a, V.Zero), rest + whole, rest);
        rest = V.Select(V.GreaterThanOrEqual(V.Abs(rest), divisor), rest - whole, rest);
        V infinity = V.Create(float.PositiveInfinity);
        return V.Select(V.And(V.Equal(divisor, infinity), V.LessThan(V.Abs(a), infinity)), a, rest);
    }

    /// <summary>What is left of a division, with the sign of the divisor.</summary>
    [MethodImpl(Inline)]
    public static V Remainder<V>(V a, V b)
        where V : struct, IVector<V>
    {
        V rest = Fmod(a, b);
        V differs = V.Or(V.And(V.LessThan(b, V.Zero), V.GreaterThan(rest, V.Zero)), V.And(V.GreaterThan(b, V.Zero), V.LessThan(rest, V.Zero)));
        return V.Select(differs, rest + b, rest);
    }

    /// <summary>The logarithm to the base 2, exact for powers of two.</summary>
    [MethodImpl(Inline)]
    public static V Log2<V>(V x)
        where V : struct, IVector<V>
        => LogOfSpecial(x, V.MultiplyAdd(Log(SplitAnyExponent(x, out V e)), V.Create(Log2E), e));

    [MethodImpl(Inline)]
    public static V Log10<V>(V x)
        where V : struct, IVector<V>
    {
        V m = Log(SplitAnyExponent(x, out V e)) * V.Create(0.434294482f);

        // log10(2) in two parts: the product of the first with any exponent is exact.
        return LogOfSpecial(x, V.MultiplyAdd(e, V.Create(0.301025391f), V.MultiplyAdd(e, V.Create(4.60503898e-6f), m)));
    }

    [MethodImpl(Inline)]
    public static V Sinh<V>(V x)
        where V : struct, IVector<V>
    {
        V a = V.Abs(x);
        V t = Expm1(a);
        V y = V.Create(0.5f) * (t + (t / (t + V.One)));
        return V.Or(V.Select(V.GreaterThan(a, V.Create(40f)), HalfExp(a), y), SignOf(x));
    }

    [MethodImpl(Inline)]
    public static V Cosh<V>(V x)
        where V : struct, IVector<V>
    {
        V half = HalfExp(V.Abs(x));
        return half + (V.Create(0.25f) / half);
    }

    [MethodImpl(Inline)]
    public static V Asinh<V>(V x)
        where V : struct, IVector<V>
    {
        V a = V.Abs(x);
        V s = a * a;
        V y = Log1p(a + (s / (V.One + V.Sqrt(s + V.One))));
        return V.Or(V.Select(V.GreaterThan(a, V.Create(1e10f)), Log(a) + V.Create(Ln2), y), SignOf(x));
    }

    [MethodImpl(Inline)]
    public static V Acosh<V>(V x)
        where V : struct, IVector<V>
    {
        V t = x - V.One;
        V y = Log1p(t + V.Sqrt(t * (t + V.Create(2f))));
        return V.Select(V.GreaterThan(x, V.Create(1e10f)), Log(x) + V.Create(Ln2), y);
    }

    [MethodImpl(Inline)]
    public static V Atanh<V>(V x)
        where V : struct, IVector<V>
    {
        V a = V.Abs(x);
        return V.Or(V.Create(0.5f) * Log1p((a + a) / (V.One - a)), SignOf(x));
    }

    /// <remarks>Numerical Recipes, section 6.2: relative error below 1.2e-7 before rounding.</remarks>
    [MethodImpl(Inline)]
    public static V Erfc<V>(V x)
        where V : struct, IVector<V>
    {
        V a = V.Abs(x);
        V t = V.One / V.MultiplyAdd(a, V.Create(0.5f), V.One);
        V p = Next(V.Create(0.17087277f), t, -0.82215223f);
        p = Next(p, t, 1.48851587f);
        p = Next(p, t, -1.13520398f);
        p = Next(p, t, 0.27886807f);
        p = Next(p, t, -0.18628806f);
        p = Next(p, t, 0.09678418f);
        p = Next(p, t, 0.37409196f);
        p = Next(p, t, 1.00002368f);
        p = Next(p, t, -1.26551223f);

        // The square in two parts, for its rounding error would be one of the result.
        V square = a * a;
        V lost = V.MultiplyAdd(a, a, -square);
        V y = t * Exp(p) * Exp(-square) * (V.One - V.Select(V.Equal(lost, lost), lost, V.Zero));
        y = V.Select(V.GreaterThan(a, V.Create(11f)), V.Zero, y);
        y = V.Select(V.Equal(x, x), y, x);
        y = V.Select(V.LessThan(x, V.Zero), V.Create(2f) - y, y);
        return V.Select(V.LessThan(a, V.Create(0.5f)), V.One - Erf(x), y);
    }

    /// <remarks>M. Giles, "Approximating the erfinv function", 2010: single precision.</remarks>
    [MethodImpl(Inline)]
    public static V Erfinv<V>(V x)
        where V : struct, IVector<V>
    {
        V w = -Log((V.One - x) * (V.One + x));
        V u = w - V.Create(2.5f);
        V near = Next(V.Create(2.81022636e-08f), u, 3.43273939e-07f);
        near = Next(near, u, -3.5233877e-06f);
        near = Next(near, u, -4.39150654e-06f);
        near = Next(near, u, 0.00021858087f);
        near = Next(near, u, -0.00125372503f);
        near = Next(near, u, -0.00417768164f);
        near = Next(near, u, 0.246640727f);
        near = Next(near, u, 1.50140941f);
        V v = V.Sqrt(w) - V.Create(3f);
        V far = Next(V.Create(-0.000200214257f), v, 0.000100950558f);
        far = Next(far, v, 0.00134934322f);
        far = Next(far, v, -0.00367342844f);
        far = Next(far, v, 0.00573950773f);
        far = Next(far, v, -0.0076224613f);
        far = Next(far, v, 0.00943887047f);
        far = Next(far, v, 1.00167406f);
        far = Next(far, v, 2.83297682f);
        V y = V.Select(V.LessThan(w, V.Create(5f)), near, far) * x;
        return V.Select(V.Equal(V.Abs(x), V.One), x / V.Zero, y);
    }

    /// <summary>Half of e^x, which is finite where e^x is not.</summary>
    [MethodImpl(Inline)]
    private static V HalfExp<V>(V x)
        where V : struct, IVector<V>
        => V.Select(V.GreaterThan(x, V.Create(80f)), V.Create(2f) * Exp(x - V.Create(2 * Ln2)), V.Create(0.5f) * Exp(x));
}
