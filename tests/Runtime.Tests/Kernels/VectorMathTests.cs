namespace NnGen.Tests.KernelTests;

public unsafe class VectorMathTests
{
    private const double SmallestNormal = 1.17549435e-38;
    private const double SmallestDenormal = 1.4e-45;

    private static readonly float[] s_special =
    [
        0f, -0f, 1f, -1f, 2f, -2f, 0.5f, -0.5f, 3f, -3f, float.PositiveInfinity, float.NegativeInfinity, float.NaN, float.Epsilon, -float.Epsilon,
        1e-40f, 1e-38f, 1e38f, -1e38f, float.MaxValue, float.MinValue, 88.7f, 88.8f, -87f, -90f, -103f, -104f, -110f, 1e30f, 16777216f, 1e10f,
        1e-10f, -1e-10f, 0.99999994f, 1.0000001f, 12345.678f, 100000f,
    ];

    private interface IFunction
    {
        static abstract double Reference(double x);

        static abstract V Apply<V>(V x)
            where V : struct, IVector<V>;
    }

    [Fact]
    public void Exp() => Check<ExpFunction>(1.2e-7);

    [Fact]
    public void Expm1() => Check<Expm1Function>(2e-7);

    [Fact]
    public void Log() => Check<LogFunction>(1.2e-7);

    [Fact]
    public void Log1p() => Check<Log1pFunction>(2e-7);

    [Fact]
    public void Tanh() => Check<TanhFunction>(2e-7);

    [Fact]
    public void Sigmoid() => Check<SigmoidFunction>(2e-7);

    [Fact]
    public void Erf()
    {
        // Sixteen lanes take it from a table.
        Check<ErfFunction, Vec512>(2e-7);
        Check<ErfFunction>(2e-7);
    }

    [Fact]
    public void Sin() => Check<SinFunction>(0, absolute: 1.2e-7);

    [Fact]
    public void Cos() => Check<CosFunction>(0, absolute: 1.2e-7);

    [Fact]
    public void PowerHasTheSpecialCasesOfIeeeAndThePrecisionOfAFloat()
    {
        Random random = new(7);
        List<float> x = [];
        List<float> y = [];
        foreach (float a in s_special)
        {
            foreach (float b in s_special)
            {
                x.Add(a);
                y.Add(b);
            }
        }

        for (int i = 0; i < 60_000; i++)
        {
            x.Add(i % 2 == 0 ? MathF.Pow(10f, random.NextSingle() * 76 - 38) : random.NextSingle() * 20 - 10);
            y.Add(i % 3 == 0 ? MathF.Round(random.NextSingle() * 20 - 10) : random.NextSingle() * 80 - 40);
        }

        float[] result = Power<Vec512>([.. x], [.. y]);
        double relative = KernelSettings.IsFused ? 2e-7 : 1e-5;     // its exact products need fused multiply-adds
        for (int i = 0; i < result.Length; i++)
            AssertNear(Math.Pow(x[i], y[i]), result[i], relative, 0, $"{x[i]:R}^{y[i]:R}");
        AssertSameBits(result, Power<Vec256>([.. x], [.. y]));
        AssertSameBits(result, Power<Vec128>([.. x], [.. y]));
        AssertSameBits(result, Power<Vec1>([.. x], [.. y]));
    }

    private static void Check<TFunction>(double relative, double absolute = 0)
        where TFunction : IFunction
    {
        float[] y = Check<TFunction, Vec256>(relative, absolute);
        float[] x = Arguments();
        if (typeof(TFunction) != typeof(ErfFunction))
            AssertSameBits(y, Map<TFunction, Vec512>(x));
        AssertSameBits(y, Map<TFunction, Vec128>(x));
        AssertSameBits(y, Map<TFunction, Vec1>(x));
    }

    private static float[] Check<TFunction, V>(double relative, double absolute = 0)
        where TFunction : IFunction
        where V : struct, IVector<V>
    {
        float[] x = Arguments();
        float[] y = Map<TFunction, V>(x);
        for (int i = 0; i < x.Length; i++)
            AssertNear(TFunction.Reference(x[i]), y[i], relative, absolute, $"f({x[i]:R})");
        return y;
    }

    private static float[] Arguments()
    {
        Random random = new(5);
        List<float> x = [.. s_special];
        for (int i = 0; i < 30_000; i++)
        {
            float u = random.NextSingle() * 2 - 1;
            x.AddRange(u, u * 10, u * 100, u * 1e-3f, u * 60_000, MathF.Pow(10f, u * 38), -MathF.Pow(10f, u * 38));
        }

        return [.. x];
    }

    private static void AssertNear(double expected, float actual, double relative, double absolute, string what)
    {
        float rounded = (float)expected;
        if (float.IsNaN(rounded) || float.IsInfinity(rounded) || rounded == 0f)
        {
            bool isSame = rounded.Equals(actual) && float.IsNegative(rounded) == float.IsNegative(actual);
            bool isNextToZero = rounded == 0f && MathF.Abs(actual) <= float.Epsilon;
            Assert.True(float.IsNaN(rounded) ? float.IsNaN(actual) : isSame || isNextToZero, $"{what} is {actual:R}, not {rounded:R}");
            return;
        }

        double tolerance = Math.Abs(expected) < SmallestNormal ? Math.Max(1.3 * SmallestDenormal, relative * Math.Abs(expected)) : relative * Math.Abs(expected) + absolute;
        Assert.True(Math.Abs(actual - expected) <= tolerance, $"{what} is {actual:R}, not {expected:R}");
    }

    private static void AssertSameBits(float[] expected, float[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            bool isSame = BitConverter.SingleToInt32Bits(expected[i]) == BitConverter.SingleToInt32Bits(actual[i]);
            Assert.True(isSame || (float.IsNaN(expected[i]) && float.IsNaN(actual[i])), $"element {i}: {expected[i]:R} and {actual[i]:R}");
        }
    }

    private static float[] Map<TFunction, V>(float[] x)
        where TFunction : IFunction
        where V : struct, IVector<V>
    {
        float[] y = new float[x.Length];
        fixed (float* px = x, py = y)
        {
            for (int i = 0; i < x.Length; i += V.Count)
            {
                V lanes = V.FirstLanes(x.Length - i);
                V.Store(py + i, lanes, TFunction.Apply(V.Load(px + i, lanes)));
            }
        }

        return y;
    }

    private static float[] Power<V>(float[] x, float[] y)
        where V : struct, IVector<V>
    {
        float[] z = new float[x.Length];
        fixed (float* px = x, py = y, pz = z)
        {
            for (int i = 0; i < x.Length; i += V.Count)
            {
                V lanes = V.FirstLanes(x.Length - i);
                V.Store(pz + i, lanes, V.Pow(V.Load(px + i, lanes), V.Load(py + i, lanes)));
            }
        }

        return z;
    }

    private readonly struct ExpFunction : IFunction
    {
        public static double Reference(double x) => Math.Exp(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Exp(x);
    }

    private readonly struct Expm1Function : IFunction
    {
        public static double Reference(double x) => ReferenceMath.Expm1(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Expm1(x);
    }

    private readonly struct LogFunction : IFunction
    {
        public static double Reference(double x) => Math.Log(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Log(x);
    }

    private readonly struct Log1pFunction : IFunction
    {
        public static double Reference(double x) => ReferenceMath.Log1p(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Log1p(x);
    }

    private readonly struct TanhFunction : IFunction
    {
        public static double Reference(double x) => Math.Tanh(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Tanh(x);
    }

    private readonly struct SigmoidFunction : IFunction
    {
        public static double Reference(double x) => float.IsInfinity((float)Math.Exp(-x)) ? 0 : ReferenceMath.Sigmoid(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Sigmoid(x);
    }

    private readonly struct ErfFunction : IFunction
    {
        public static double Reference(double x) => ReferenceMath.Erf(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Erf(x);
    }

    private readonly struct SinFunction : IFunction
    {
        public static double Reference(double x) => Math.Sin(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Sin(x);
    }

    private readonly struct CosFunction : IFunction
    {
        public static double Reference(double x) => Math.Cos(x);

        public static V Apply<V>(V x)
            where V : struct, IVector<V>
            => V.Cos(x);
    }
}
