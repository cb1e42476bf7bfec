namespace NnGen.Tests.KernelTests;

/// <summary>The members of a vector against the scalar, at every width, also where the processor lacks it and halves are used.</summary>
public unsafe class VectorTests
{
    private static readonly float[] s_values = [0f, -0f, 1.5f, -2.5f, 0.5f, -0.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 1e-42f, 7f, -7f];

    [Fact]
    public void Of512Bits() => CheckAll<Vec512>();

    [Fact]
    public void Of256Bits() => CheckAll<Vec256>();

    [Fact]
    public void Of128Bits() => CheckAll<Vec128>();

    [Fact]
    public void OfOneLane() => CheckAll<Vec1>();

    private static void CheckAll<V>()
        where V : struct, IVector<V>
    {
        CheckMasks<V>();
        foreach (float a in s_values)
        {
            foreach (float b in s_values) CheckPair<V>(a, b);
            CheckOne<V>(a);
        }

        float[] ascending = [.. Enumerable.Range(1, V.Count).Select(i => (float)i)];
        fixed (float* p = ascending)
        {
            Assert.Equal(ascending.Sum(), V.Sum(V.Load(p)));
            Assert.Equal(V.Count, V.MaxAcross(V.Load(p)));
            float[] even = new float[V.Count], odd = new float[V.Count], zipped = new float[2 * V.Count];
            fixed (float* e = even, o = odd, z = zipped)
            {
                V.Store(z, V.ZipLow(V.Load(p), V.Load(p) + V.Create(V.Count)));
                V.Store(z + V.Count, V.ZipHigh(V.Load(p), V.Load(p) + V.Create(V.Count)));
                V.Store(e, V.Evens(V.Load(p), V.Load(p) + V.Create(V.Count)));
                V.Store(o, V.Odds(V.Load(p), V.Load(p) + V.Create(V.Count)));
            }

            Assert.Equal(Enumerable.Range(0, V.Count).Select(i => 1f + (2 * i)), even);
            Assert.Equal(Enumerable.Range(0, V.Count).Select(i => 2f + (2 * i)), odd);
            Assert.Equal(Enumerable.Range(0, 2 * V.Count).Select(i => 1f + (i / 2) + (i % 2 * V.Count)), zipped);
            ascending[V.Count / 2] = float.NaN;
            Assert.True(float.IsNaN(V.MaxAcross(V.Load(p))));
        }
    }

    private static void CheckMasks<V>()
        where V : struct, IVector<V>
    {
        for (int count = 0; count <= V.Count + 2; count++)
        {
            int lanes = Math.Min(count, V.Count);
            float[] source = [.. Enumerable.Repeat(3f, V.Count)];
            float[] target = [.. Enumerable.Repeat(-1f, V.Count)];
            float[] loaded = new float[V.Count];
            V mask = V.FirstLanes(count);
            fixed (float* s = source, t = target, l = loaded)
            {
                V.Store(t, mask, V.Load(s));
                V.Store(l, V.Load(s, mask));
            }

            Assert.Equal(Enumerable.Range(0, V.Count).Select(i => i < lanes ? 3f : -1f), target);
            Assert.Equal(Enumerable.Range(0, V.Count).Select(i => i < lanes ? 3f : 0f), loaded);
            Assert.Equal(lanes > 0, V.Any(mask));
        }
    }

    private static void CheckPair<V>(float a, float b)
        where V : struct, IVector<V>
    {
        V va = V.Create(a);
        V vb = V.Create(b);
        Same(a + b, va + vb);
        Same(a - b, va - vb);
        Same(a * b, va * vb);
        Same(a / b, va / vb);
        Same(a > b ? a : b, V.Larger(va, vb));
        Same(a < b ? a : b, V.Smaller(va, vb));
        Same(float.IsNaN(b) ? b : b > a ? b : a, V.Max(va, vb));
        Same(float.IsNaN(b) ? b : b < a ? b : a, V.Min(va, vb));
        SameMask(a > b, V.GreaterThan(va, vb));
        SameMask(a >= b, V.GreaterThanOrEqual(va, vb));
        SameMask(a < b, V.LessThan(va, vb));
        SameMask(a <= b, V.LessThanOrEqual(va, vb));
        SameMask(a == b, V.Equal(va, vb));
        SameMask(a != b, V.NotEqual(va, vb));
        Same(a > b ? a : 2f, V.Select(V.GreaterThan(va, vb), va, V.Create(2f)));
        Same(KernelSettings.IsFused ? MathF.FusedMultiplyAdd(1.1f, b, a) : (1.1f * b) + a, V.MultiplyAdd(V.Create(1.1f), vb, va));
    }

    private static void CheckOne<V>(float a)
        where V : struct, IVector<V>
    {
        V v = V.Create(a);
        Same(-a, -v);
        Same(MathF.Abs(a), V.Abs(v));
        Same(MathF.Sqrt(a), V.Sqrt(v));
        Same(MathF.Floor(a), V.Floor(v));
        Same(MathF.Ceiling(a), V.Ceiling(v));
        Same(MathF.Round(a), V.Round(v));
        Same(MathF.Truncate(a), V.Truncate(v));
        Same(MathF.ScaleB(a, -140), V.ScaleByPowerOfTwo(v, V.Create(-140f)));
        Same(MathF.ScaleB(a, 130), V.ScaleByPowerOfTwo(v, V.Create(130f)));
    }

    private static void SameMask<V>(bool expected, V mask)
        where V : struct, IVector<V>
    {
        Assert.Equal(expected, V.Any(mask));
        Same(expected ? 1f : 0f, V.And(mask, V.One));
        Same(expected ? 0f : 1f, V.AndNot(V.One, mask));
    }

    private static void Same<V>(float expected, V actual)
        where V : struct, IVector<V>
    {
        float* lanes = stackalloc float[V.Count];
        V.Store(lanes, actual);
        for (int i = 0; i < V.Count; i++)
        {
            bool isSame = BitConverter.SingleToInt32Bits(expected) == BitConverter.SingleToInt32Bits(lanes[i]);
            Assert.True(isSame || (float.IsNaN(expected) && float.IsNaN(lanes[i])), $"lane {i} is {lanes[i]:R}, not {expected:R}");
        }
    }
}
