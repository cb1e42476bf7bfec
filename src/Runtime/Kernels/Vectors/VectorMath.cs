using System.Runtime.CompilerServices;

namespace NnGen;

/// <summary>
/// The functions of <see cref="IVector{TSelf}"/>, written once for all widths. Each is branch-free but for rare arguments, so
/// that every lane takes the same path and gives the same bits at every width.
/// </summary>
internal static partial class VectorMath
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private const float Log2E = 1.44269504f;

    // ln 2 in two parts: the product of the first with any exponent is exact.
    private const float Ln2High = 0.693145752f;
    private const float Ln2Low = 1.42860677e-6f;

    // e^x is zero below the negative of it and infinite above.
    private const float ExpBound = 104f;

    [MethodImpl(Inline)]
    public static V Max<V>(V a, V b)
        where V : struct, IVector<V>
        => V.Max(a, b);

    [MethodImpl(Inline)]
    public static V ScaleByPowerOfTwo<V>(V x, V n)
        where V : struct, IVector<V>
    {
        V half = V.Floor(n * V.Create(0.5f));
        return x * V.PowerOfTwo(half) * V.PowerOfTwo(n - half);
    }

    /// <summary>Horner's rule: <c>p * x + c</c>.</summary>
    [MethodImpl(Inline)]
    private static V Next<V>(V p, V x, float c)
        where V : struct, IVector<V>
        => V.MultiplyAdd(p, x, V.Create(c));

    [MethodImpl(Inline)]
    private static V SignOf<V>(V x)
        where V : struct, IVector<V>
        => V.And(x, V.Create(-0f));

    /// <summary>x = n ln 2 + r with |r| at most half of ln 2.</summary>
    [MethodImpl(Inline)]
    private static V ReduceByLn2<V>(V x, out V n)
        where V : struct, IVector<V>
    {
        n = V.Round(x * V.Create(Log2E));
        V r = V.MultiplyAdd(n, V.Create(-Ln2High), x);
        return V.MultiplyAdd(n, V.Create(-Ln2Low), r);
    }

    /// <summary>(e^r - 1 - r) / r^2 for |r| at most half of ln 2: minimax.</summary>
    [MethodImpl(Inline)]
    private static V ExpTail<V>(V r)
        where V : struct, IVector<V>
    {
        V p = V.Create(1.37805939e-3f);
        p = Next(p, r, 8.37312452e-3f);
        p = Next(p, r, 4.16695364e-2f);
        p = Next(p, r, 1.66664720e-1f);
        return Next(p, r, 4.99999851e-1f);
    }

    /// <summary>Keeps a number where e^x is neither surely zero nor surely infinite. The order of operands keeps NaN.</summary>
    [MethodImpl(Inline)]
    private static V BoundForExp<V>(V x)
        where V : struct, IVector<V>
        => V.Smaller(V.Create(ExpBound), V.Larger(V.Create(-ExpBound), x));

    /// <summary>2^n e^r.</summary>
    [MethodImpl(Inline)]
    private static V ExpOfReduced<V>(V r, V n)
        where V : struct, IVector<V>
    {
        V p = V.MultiplyAdd(V.MultiplyAdd(ExpTail(r), r, V.One), r, V.One);
        return V.ScaleByPowerOfTwo(p, n);
    }

    [MethodImpl(Inline)]
    public static V Exp<V>(V x)
        where V : struct, IVector<V>
    {
        V r = ReduceByLn2(BoundForExp(x), out V n);
        return ExpOfReduced(r, n);
    }

    [MethodImpl(Inline)]
    public static V Expm1<V>(V x)
        where V : struct, IVector<V>
    {
        V bounded = V.Smaller(V.Create(89f), V.Larger(V.Create(-60f), x));
        V r = ReduceByLn2(bounded, out V n);
        V p = V.MultiplyAdd(ExpTail(r) * r, r, r);

        // 2^n p + (2^n - 1), at half scale so that the largest n fits.
        V half = V.PowerOfTwo(n - V.One);
        V result = V.MultiplyAdd(p, half, half - V.Create(0.5f));
        result = result + result;

        // Below, r is x itself, and halving could round a denormal.
        return V.Select(V.Equal(n, V.Zero), p, result);
    }

    [MethodImpl(Inline)]
    public static V Tanh<V>(V x)
        where V : struct, IVector<V>
    {
        // tanh |x| = t / (t + 2) with t = e^(2|x|) - 1; from 10 on it is 1 in floats.
        V a = V.Smaller(V.Create(10f), V.Abs(x));
        V t = Expm1(a + a);
        return V.Or(t / (t + V.Create(2f)), SignOf(x));
    }

    [MethodImpl(Inline)]
    public static V Sigmoid<V>(V x)
        where V : struct, IVector<V>
        => V.One / (V.One + Exp(-x));

    /// <remarks>Coefficients: N. Juffa, minimax fits for both ranges.</remarks>
    [MethodImpl(Inline)]
    public static V Erf<V>(V x)
        where V : struct, IVector<V>
    {
        V t = V.Smaller(V.Create(5f), V.Abs(x));
        V s = t * t;

        V q = Next(V.Create(-1.72853470e-5f), t, 3.83197126e-4f);
        V u = Next(V.Create(-3.88396438e-3f), t, 2.42546219e-2f);
        q = V.MultiplyAdd(q, s, u);
        q = Next(q, t, -1.06777877e-1f);
        q = Next(q, t, -6.34846687e-1f);
        q = Next(q, t, -1.28717512e-1f);
        q = V.MultiplyAdd(q, t, -t);
        V large = V.Or(V.One - Exp(q), SignOf(x));

        V p = V.Create(-5.96761703e-4f);
        p = Next(p, s, 4.99119423e-3f);
        p = Next(p, s, -2.67681349e-2f);
        p = Next(p, s, 1.12819925e-1f);
        p = Next(p, s, -3.76125336e-1f);
        p = Next(p, s, 1.28379166e-1f);
        V small = V.MultiplyAdd(p, x, x);

        return V.Select(V.GreaterThan(t, V.Create(0.927734375f)), large, small);
    }
}
