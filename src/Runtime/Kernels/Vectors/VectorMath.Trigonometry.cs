using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NnGen;

internal static partial class VectorMath
{
    // Up to here three parts of pi/2 reduce an argument exactly enough; beyond, rare lanes are computed in double precision.
    // Without a hardware multiply-add the reduction loses its digits, and all but small arguments are such lanes.
    private static float LargestReduced
    {
        [MethodImpl(Inline)]
        get => Fma.IsSupported || AdvSimd.IsSupported ? 48000f : 0.75f;
    }

    [MethodImpl(Inline)]
    public static V Sin<V>(V x)
        where V : struct, IVector<V>
        => V.Any(V.GreaterThan(V.Abs(x), V.Create(LargestReduced))) ? InDouble(x, cosine: false) : OfQuadrant(x, V.Zero);

    [MethodImpl(Inline)]
    public static V Cos<V>(V x)
        where V : struct, IVector<V>
        => V.Any(V.GreaterThan(V.Abs(x), V.Create(LargestReduced))) ? InDouble(x, cosine: true) : OfQuadrant(x, V.One);

    /// <summary>sin(x + quarter * pi/2). Reduction and polynomials: N. Juffa.</summary>
    [MethodImpl(Inline)]
    private static V OfQuadrant<V>(V x, V quarter)
        where V : struct, IVector<V>
    {
        V n = V.Round(x * V.Create(0.636619747f));
        V r = V.MultiplyAdd(n, V.Create(-1.57079601f), x);
        r = V.MultiplyAdd(n, V.Create(-3.13916473e-7f), r);
        r = V.MultiplyAdd(n, V.Create(-5.39030253e-15f), r);
        V s = r * r;

        V sine = Next(V.Create(2.86567956e-6f), s, -1.98559923e-4f);
        sine = Next(sine, s, 8.33338592e-3f);
        sine = Next(sine, s, -1.66666672e-1f);
        sine = V.MultiplyAdd(sine * s, r, r);
        sine = V.Select(V.Equal(x, V.Zero), x, sine); // keeps the sign of zero

        V cosine = Next(V.Create(2.44677067e-5f), s, -1.38877297e-3f);
        cosine = Next(cosine, s, 4.16666567e-2f);
        cosine = Next(cosine, s, -0.5f);
        cosine = Next(cosine, s, 1f);

        // Quadrants 1 and 3 take the cosine, 2 and 3 the other sign.
        V q = n + quarter;
        q -= V.Floor(q * V.Create(0.25f)) * V.Create(4f);
        V half = q * V.Create(0.5f);
        V odd = V.NotEqual(V.Floor(half), half);
        V negative = V.GreaterThanOrEqual(q, V.Create(2f));
        V result = V.Select(odd, cosine, sine);
        return V.Select(negative, -result, result);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static V InDouble<V>(V x, bool cosine)
        where V : struct, IVector<V>
    {
        Span<float> large = MemoryMarshal.Cast<V, float>(new Span<V>(ref x));
        V near = V.Select(V.GreaterThan(V.Abs(x), V.Create(LargestReduced)), V.Zero, x);
        near = OfQuadrant(near, cosine ? V.One : V.Zero);
        Span<float> result = MemoryMarshal.Cast<V, float>(new Span<V>(ref near));
        for (int i = 0; i < result.Length; i++)
            if (MathF.Abs(large[i]) > LargestReduced)
                result[i] = (float)(cosine ? Math.Cos(large[i]) : Math.Sin(large[i]));
        return near;
    }
}
