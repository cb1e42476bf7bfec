namespace NnGen;

/// <summary>
/// Turns uniform numbers into normal ones by the Box-Muller transform, 16 at a time, with the float32 arithmetic of PyTorch's
/// AVX2 path: the logarithm and sine of Cephes in the operation order of avx_mathfun, products and sums contracted to fused
/// multiply-adds where its compiler contracts them. Scalar code gives every machine the same bits.
/// </summary>
internal static class NormalTransform
{
    /// <summary>How many numbers are transformed together.</summary>
    public const int Block = 16;

    private const int Half = Block / 2;

    /// <summary>Transforms 16 numbers of [0, 1) in place.</summary>
    public static void Apply(Span<float> block, float mean, float std)
    {
        for (var i = 0; i < Half; i++)
        {
            var radius = MathF.Sqrt(-2f * Log(1f - block[i]));
            SinCos((float)(2 * Math.PI) * block[i + Half], out var sin, out var cos);
            block[i] = MathF.FusedMultiplyAdd(radius * cos, std, mean);
            block[i + Half] = MathF.FusedMultiplyAdd(radius * sin, std, mean);
        }
    }

    /// <summary>The natural logarithm of a normal number of (0, 1].</summary>
    private static float Log(float x)
    {
        // x = m * 2^e with m in [sqrt(1/2), sqrt(2))
        var bits = BitConverter.SingleToUInt32Bits(x);
        float e = (int)(bits >> 23) - 126;
        x = BitConverter.UInt32BitsToSingle((bits & ~0x7f800000u) | 0x3f000000u);
        if (x < 0.707106781186547524f)
        {
            e -= 1;
            x = x - 1 + x;
        }
        else
        {
            x -= 1;
        }

        var z = x * x;
        var y = 7.0376836292E-2f;
        y = MathF.FusedMultiplyAdd(y, x, -1.1514610310E-1f);
        y = MathF.FusedMultiplyAdd(y, x, 1.1676998740E-1f);
        y = MathF.FusedMultiplyAdd(y, x, -1.2420140846E-1f);
        y = MathF.FusedMultiplyAdd(y, x, 1.4249322787E-1f);
        y = MathF.FusedMultiplyAdd(y, x, -1.6668057665E-1f);
        y = MathF.FusedMultiplyAdd(y, x, 2.0000714765E-1f);
        y = MathF.FusedMultiplyAdd(y, x, -2.4999993993E-1f);
        y = MathF.FusedMultiplyAdd(y, x, 3.3333331174E-1f);
        y *= x;
        y = MathF.FusedMultiplyAdd(y, z, e * -2.12194440e-4f);
        y = MathF.FusedMultiplyAdd(z, -0.5f, y);
        return MathF.FusedMultiplyAdd(e, 0.693359375f, x + y);
    }

    /// <summary>Sine and cosine of a number that is not negative.</summary>
    private static void SinCos(float x, out float sin, out float cos)
    {
        // x = j * pi/4 + remainder, j even
        var j = ((int)(x * 1.27323954473516f) + 1) & ~1;
        float y = j;
        x = MathF.FusedMultiplyAdd(y, -0.78515625f, x);
        x = MathF.FusedMultiplyAdd(y, -2.4187564849853515625e-4f, x);
        x = MathF.FusedMultiplyAdd(y, -3.77489497744594108e-8f, x);

        var z = x * x;
        var c = 2.443315711809948E-005f;
        c = MathF.FusedMultiplyAdd(c, z, -1.388731625493765E-003f);
        c = MathF.FusedMultiplyAdd(c, z, 4.166664568298827E-002f);
        c *= z;
        c = MathF.FusedMultiplyAdd(c, z, -(z * 0.5f)) + 1;

        var s = -1.9515295891E-4f;
        s = MathF.FusedMultiplyAdd(s, z, 8.3321608736E-3f);
        s = MathF.FusedMultiplyAdd(s, z, -1.6666654611E-1f);
        s *= z;
        s = MathF.FusedMultiplyAdd(s, x, x);

        var isSwapped = (j & 2) != 0;
        sin = isSwapped ? c : s;
        cos = isSwapped ? s : c;
        if ((j & 4) != 0)
            sin = -sin;
        if (((j - 2) & 4) == 0)
            cos = -cos;
    }
}
