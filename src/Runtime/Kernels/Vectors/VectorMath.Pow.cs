using System.Runtime.CompilerServices;

namespace NnGen;

internal static partial class VectorMath
{
    [MethodImpl(Inline)]
    public static V Pow<V>(V x, V y)
        where V : struct, IVector<V>
    {
        V high = LogInTwoParts(V.Abs(x), out V low);

        // |x|^y = e^(y log|x|): the product in two parts too, since e^ multiplies its absolute error.
        V product = y * high;
        V rest = V.MultiplyAdd(y, low, V.MultiplyAdd(y, high, -product));
        rest = V.Select(V.LessThan(V.Abs(product), V.Create(ExpBound)), rest, V.Zero);
        V r = ReduceByLn2(BoundForExp(product), out V n) + rest;
        V result = ExpOfReduced(r, n);

        return SignOfPower(x, y, PowerOfSpecial(x, y, result));
    }

    /// <summary>log x, for positive finite x, as an unevaluated sum with about 40 bits.</summary>
    [MethodImpl(Inline)]
    private static V LogInTwoParts<V>(V x, out V low)
        where V : struct, IVector<V>
    {
        V m = SplitAnyExponent(x, out V e);

        // log m = 2 atanh(q) with q = (m - 1) / (m + 1), and q itself in two parts.
        V f = m - V.One;
        V d = m + V.One;
        V dLow = m - (d - V.One);
        V q = f / d;
        V qLow = (V.MultiplyAdd(-q, d, f) - q * dLow) / d;

        V s = q * q;
        V p = V.Create(0.18181818f);
        p = Next(p, s, 0.22222222f);
        p = Next(p, s, 0.28571429f);
        p = Next(p, s, 0.4f);
        p = Next(p, s, 0.66666667f);
        V tail = p * s * q;

        V main = q + q;
        V a = e * V.Create(Ln2High);
        V sum = a + main;
        V error = V.Select(V.Equal(e, V.Zero), V.Zero, main - (sum - a));
        tail += V.MultiplyAdd(e, V.Create(Ln2Low), error + (qLow + qLow));

        V high = sum + tail;
        low = tail - (high - sum);
        return high;
    }

    /// <summary>Powers of zero and infinity, and by infinity and NaN; anything to the zero and one to anything are one.</summary>
    [MethodImpl(Inline)]
    private static V PowerOfSpecial<V>(V x, V y, V result)
        where V : struct, IVector<V>
    {
        V infinity = V.Create(float.PositiveInfinity);
        V magnitude = V.Abs(x);
        V infinitePower = V.Equal(V.Abs(y), infinity);
        V extreme = V.Or(V.Or(V.Equal(magnitude, V.Zero), V.Equal(magnitude, infinity)), infinitePower);
        V above = V.GreaterThan(magnitude, V.One);
        V grows = V.Or(V.And(above, V.GreaterThan(y, V.Zero)), V.AndNot(V.LessThan(y, V.Zero), above));
        result = V.Select(extreme, V.And(grows, infinity), result);
        result = V.Select(V.And(V.Equal(x, x), V.Equal(y, y)), result, V.Create(float.NaN));

        V one = V.Or(V.Equal(y, V.Zero), V.Equal(x, V.One));
        return V.Select(V.Or(one, V.And(V.Equal(magnitude, V.One), infinitePower)), V.One, result);
    }

    /// <summary>A negative base: odd powers are negative, and powers that are no integers NaN.</summary>
    [MethodImpl(Inline)]
    private static V SignOfPower<V>(V x, V y, V result)
        where V : struct, IVector<V>
    {
        V infinity = V.Create(float.PositiveInfinity);
        V finitePower = V.LessThan(V.Abs(y), infinity);
        V integer = V.Equal(V.Floor(y), y);
        V half = y * V.Create(0.5f);
        V odd = V.And(V.AndNot(integer, V.Equal(V.Floor(half), half)), finitePower);
        V negative = V.And(V.LessThan(x, V.Zero), V.GreaterThan(x, -infinity));
        V undefined = V.AndNot(V.And(negative, finitePower), integer);
        return V.Select(undefined, V.Create(float.NaN), V.Or(result, V.And(odd, SignOf(x))));
    }
}
