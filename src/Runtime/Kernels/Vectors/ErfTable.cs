using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NnGen;

/// <summary>The error function by table: with 16 lanes one instruction looks up 32 numbers, so five of them replace an exponential.</summary>
internal static class ErfTable
{
    /// <summary>From here on the result is 1 in floats.</summary>
    private const float End = 3.9f;

    private const float Intervals = 8;

    /// <summary>Added to a number below 2^22, it leaves the number's whole part in the lowest bits.</summary>
    private const float ToInteger = 12582912f;

    /// <summary>Computes it, within 2e-7 of the result. Needs AVX-512.</summary>
    /// <remarks>
    /// Around each multiple of 1/8 stands a polynomial of degree 4: the one through the Chebyshev nodes of its interval. The
    /// first has no constant, so that small arguments keep their precision.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vec512 Erf(Vec512 x)
    {
        Vector512<float> a = Avx512F.Min(Vector512.Create(End), Vec512.Abs(x).Value);
        Vector512<float> shifted = Avx512F.FusedMultiplyAdd(a, Vector512.Create(Intervals), Vector512.Create(ToInteger));
        Vector512<int> interval = shifted.AsInt32();
        Vector512<float> t = Avx512F.FusedMultiplyAdd(shifted - Vector512.Create(ToInteger), Vector512.Create(-1 / Intervals), a);
        Vector512<float> p = Quartic(interval);
        p = Avx512F.FusedMultiplyAdd(p, t, Cubic(interval));
        p = Avx512F.FusedMultiplyAdd(p, t, Quadratic(interval));
        p = Avx512F.FusedMultiplyAdd(p, t, Linear(interval));
        p = Avx512F.FusedMultiplyAdd(p, t, Constant(interval));
        return new Vec512(p | (x.Value & Vector512.Create(-0f)));
    }

    // Constants of the code are aligned, and stay in registers.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quartic(Vector512<int> interval)
        => Avx512F.PermuteVar16x32x2(
            Vector512.Create(
                0.014083441f, 0.06859654f, 0.12678313f, 0.16633894f, 0.18283555f, 0.1762581f, 0.1505558f, 0.112345904f,
                0.06920701f, 0.028049046f, -0.0060555027f, -0.030392483f, -0.04450454f, -0.04964849f, -0.04805843f, -0.042239808f),
            interval,
            Vector512.Create(
                -0.034442704f, -0.026369696f, -0.019097546f, -0.013148407f, -0.008636035f, -0.005425264f, -0.0032662079f, -0.0018873294f,
                -0.0010480041f, -5.5978465e-4f, -2.8785766e-4f, -1.4260394e-4f, -6.80981e-5f, -3.1361993e-5f, -1.3935559e-5f, 0f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Cubic(Vector512<int> interval)
        => Avx512F.PermuteVar16x32x2(
            Vector512.Create(
                -0.37667614f, -0.35821512f, -0.30878022f, -0.23465425f, -0.1464279f, -0.05580543f, 0.026529172f, 0.092595756f,
                0.13803165f, 0.16215308f, 0.16730548f, 0.15778823f, 0.13867933f, 0.11483008f, 0.09018952f, 0.06749697f),
            interval,
            Vector512.Create(
                0.048286814f, 0.03309838f, 0.021776581f, 0.013771343f, 0.00837997f, 0.0049110344f, 0.0027738572f, 0.0015109116f,
                7.940717e-4f, 4.0284207e-4f, 1.9734517e-4f, 9.338458e-5f, 4.269758e-5f, 1.886767e-5f, 8.059629e-6f, 0f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Quadratic(Vector512<int> interval)
        => Avx512F.PermuteVar16x32x2(
            Vector512.Create(
                6.8698823e-6f, -0.13886055f, -0.26500335f, -0.36763206f, -0.43939105f, -0.477187f, -0.48219818f, -0.45915186f,
                -0.41510752f, -0.35805827f, -0.2956515f, -0.2342448f, -0.17839552f, -0.1307675f, -0.09235629f, -0.06289845f),
            interval,
            Vector512.Create(
                -0.041333973f, -0.026224235f, -0.016070204f, -0.00951537f, -0.0054456973f, -0.0030131615f, -0.0016122545f, -8.344009e-4f,
                -4.1775563e-4f, -2.0236873e-4f, -9.486308e-5f, -4.3036427e-5f, -1.8897623e-5f, -8.032522e-6f, -3.3052786e-6f, 0f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Linear(Vector512<int> interval)
        => Avx512F.PermuteVar16x32x2(
            Vector512.Create(
                1.1283791f, 1.1108848f, 1.0600138f, 0.9803526f, 0.8787826f, 0.7634997f, 0.64293134f, 0.52474535f,
                0.41510782f, 0.31827426f, 0.23652135f, 0.17035992f, 0.11893036f, 0.08047227f, 0.052774966f, 0.033545773f),
            interval,
            Vector512.Create(
                0.020666923f, 0.012340761f, 0.007142268f, 0.004006438f, 0.002178255f, 0.001147855f, 5.8626407e-4f, 2.902201e-4f,
                1.392482e-4f, 6.475593e-5f, 2.9187526e-5f, 1.27509575e-5f, 5.399034e-6f, 2.2157308e-6f, 8.813442e-7f, 0f));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Constant(Vector512<int> interval)
        => Avx512F.PermuteVar16x32x2(
            Vector512.Create(
                0f, 0.1403162f, 0.2763264f, 0.4041169f, 0.5204999f, 0.6232409f, 0.71115565f, 0.7840751f,
                0.8427008f, 0.8883882f, 0.92290014f, 0.94817007f, 0.96610516f, 0.97844374f, 0.9866717f, 0.99199003f),
            interval,
            Vector512.Create(
                0.9953223f, 0.997346f, 0.9985373f, 0.99921703f, 0.999593f, 0.9997946f, 0.9998994f, 0.99995214f,
                0.9999779f, 0.9999901f, 0.9999957f, 0.9999982f, 0.9999993f, 0.9999997f, 0.9999999f, 1f));
}
