using System.Runtime.CompilerServices;

namespace NnGen;

// Inverse trigonometric functions: the reductions and polynomials of Cephes.
internal static partial class VectorMath
{
    private const float Pi = 3.14159265f;
    private const float HalfPi = 1.57079633f;

    [MethodImpl(Inline)]
    public static V Asin<V>(V x)
        where V : struct, IVector<V>
    {
        V a = V.Abs(x);
        V isLarge = V.GreaterThan(a, V.Create(0.5f));
        V y = AsinOfSmall(V.Select(isLarge, V.Sqrt(V.Create(0.5f) * (V.One - a)), a));
        return V.Or(V.Select(isLarge, V.Create(HalfPi) - (y + y), y), SignOf(x));
    }

    [MethodImpl(Inline)]
    public static V Acos<V>(V x)
        where V : struct, IVector<V>
    {
        V a = V.Abs(x);
        V isLarge = V.GreaterThan(a, V.Create(0.5f));
        V y = AsinOfSmall(V.Select(isLarge, V.Sqrt(V.Create(0.5f) * (V.One - a)), x));
        V large = V.Select(V.GreaterThan(x, V.Zero), y + y, V.Create(Pi) - (y + y));
        return V.Select(isLarge, large, V.Create(HalfPi) - y);
    }

    [MethodImpl(Inline)]
    public static V Atan<V>(V x)
        where V : struct, IVector<V>
    {
        V a = V.Abs(x);
        V isLarge = V.GreaterThan(a, V.Create(2.41421356f));
        V isMiddle = V.AndNot(V.GreaterThan(a, V.Create(0.414213562f)), isLarge);
        V r = V.Select(isMiddle, (a - V.One) / (a + V.One), a);
        r = V.Select(isLarge, -V.One / a, r);
        V start = V.Or(V.And(isLarge, V.Create(HalfPi)), V.And(isMiddle, V.Create(HalfPi / 2)));
        V s = r * r;
        V p = Next(V.Create(8.05374449538e-2f), s, -1.38776856032e-1f);
        p = Next(p, s, 1.99777106478e-1f);
        p = Next(p, s, -3.33329491539e-1f);
        return V.Or(start + V.MultiplyAdd(p * s, r, r), SignOf(x));
    }

    /// <summary>The angle of the point (x, y), with the special cases of IEEE 754.</summary>
    [MethodImpl(Inline)]
    public static V Atan2<V>(V y, V x)
        where V : struct, IVector<V>
    {
        var (a, b) = (V.Abs(y), V.Abs(x));
        V isSteep = V.GreaterThan(a, b);
        V ratio = V.Min(a, b) / V.Max(a, b);
        ratio = V.Select(V.Equal(a, b), V.One, ratio);
        ratio = V.Select(V.Equal(a + b, V.Zero), V.Zero, ratio);
        V angle = Atan(ratio);
        angle = V.Select(isSteep, V.Create(HalfPi) - angle, angle);

        // Minus zero lies to the left as well.
        V isLeft = V.Or(V.LessThan(x, V.Zero), V.And(V.Equal(x, V.Zero), V.LessThan(V.One / x, V.Zero)));
        return V.Or(V.Select(isLeft, V.Create(Pi) - angle, angle), SignOf(y));
    }

    /// <summary>For |x| up to 1/2.</summary>
    [MethodImpl(Inline)]
    private static V AsinOfSmall<V>(V x)
        where V : struct, IVector<V>
    {
        V s = x * x;
        V p = Next(V.Create(4.2163199048e-2f), s, 2.4181311049e-2f);
        p = Next(p, s, 4.5470025998e-2f);
        p = Next(p, s, 7.4953002686e-2f);
        p = Next(p, s, 1.6666752422e-1f);
        return V.MultiplyAdd(p * s, x, x);
    }
}
