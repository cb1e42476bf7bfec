using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public class PointwiseTests
{
    public static TheoryData<int> Widths => KernelSettings.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void BroadcastInputsEqualTheScalarFormula(int width)
    {
        Random random = new(width);
        for (int i = 0; i < 200; i++)
        {
            using KernelSettings settings = new(width, threads: random.Next(1, 4));
            BroadcastCase.Random(random, largest: i % 20 == 0 ? 40 : 8).RunAndCheck(random);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void AnElementHasTheSameBitsWhereverItStands(int width)
    {
        using KernelSettings settings = new(width);
        float[] x = new Random(1).Floats(1000);
        float[] y = new float[x.Length];
        Pointwise.Forward(default(TanhFunction), x, y);
        for (int start = 0; start < 40; start++)
        {
            float[] part = new float[x.Length - 2 * start];
            Pointwise.Forward(default(TanhFunction), x.AsSpan(start, part.Length), part);
            Assert.Equal(y.AsSpan(start, part.Length).ToArray(), part);
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void NothingIsReadOrWrittenBeyondTheOperands(int width)
    {
        if (!GuardedMemory.IsSupported) return;
        using KernelSettings settings = new(width);
        Random random = new(width);
        for (int n = 1; n < 70; n++)
        {
            using GuardedMemory x = new(random.Floats(n));
            using GuardedMemory y = new(random.Floats(n));
            using GuardedMemory gradient = new(random.Floats(n));
            using GuardedMemory sum = new(random.Floats(1));
            BroadcastLayout? layout = BroadcastLayout.Create(new[] { n }, [new[] { n }, default]);
            Pointwise.Forward(default(Product), x.Span, sum.Span, y.Span, layout);
            Pointwise.Backward(
                default(Product), x.Span, sum.Span, default, y.Span, new Gradient(gradient.Span, true), new Gradient(sum.Span, true), layout);
            Reductions.Sum(x.Span, 1, n, 1, new Gradient(sum.Span, true));
            Reductions.Sum(x.Span, 1, 1, n, new Gradient(y.Span, true));
        }
    }

    [Fact]
    public void TheResultMayBeTheInput()
    {
        float[] x = new Random(2).Floats(5000);
        float[] y = new float[x.Length];
        Pointwise.Forward(default(TanhFunction), x, y);
        Pointwise.Forward(default(TanhFunction), x, x);
        Assert.Equal(y, x);
    }

    [Fact]
    public void AGradientIsOverwrittenAddedToOrLeftAlone()
    {
        Random random = new(3);
        float[] y = random.Floats(333);
        float[] dy = random.Floats(333);
        float[] dx = random.Floats(333);
        float[] before = [.. dx];
        Pointwise.Backward(default(TanhFunction), default, y, dy, Gradient.Unwanted);
        Pointwise.Backward(default(TanhFunction), default, y, dy, new Gradient(dx, accumulate: true));
        for (int i = 0; i < dx.Length; i++) Assert.Equal(before[i] + dy[i] * (1 - y[i] * y[i]), dx[i], 1e-6f);

        float[] overwritten = [.. Enumerable.Repeat(float.NaN, 333)];
        Pointwise.Backward(default(TanhFunction), default, y, dy, new Gradient(overwritten, accumulate: false));
        Pointwise.Backward(default(TanhFunction), default, y, dy, new Gradient(dy, accumulate: false)); // in place
        Assert.Equal(overwritten, dy);
    }

    [Fact]
    public void OneTensorAsBothInputsGetsBothGradients()
    {
        float[] x = new Random(4).Floats(100);
        float[] dx = new float[100];
        Gradient gradient = new(dx, accumulate: false);
        Pointwise.Backward(default(Product), x, x, default, Enumerable.Repeat(1f, 100).ToArray(), gradient, gradient.Next, null);
        Assert.Equal(x.Select(v => v + v), dx);
    }

    [Fact]
    public void GradientsHaveTheSameBitsForAnyNumberOfThreads()
    {
        Random random = new(5);
        Shape result = new[] { 700, 3, 100 };
        Shape input = new[] { 3, 1 };
        BroadcastLayout layout = BroadcastLayout.Create(result, [result, input])!;
        float[] a = random.Floats(result.Count);
        float[] b = random.Floats(input.Count);
        float[] dy = random.Floats(result.Count);
        float[][] gradients = [.. new[] { 1, 2, 5 }.Select(threads =>
        {
            using KernelSettings settings = new(threads: threads);
            float[] db = new float[input.Count];
            Pointwise.Backward(default(Product), a, b, default, dy, Gradient.Unwanted, new Gradient(db, false), layout);
            return db;
        })];
        Assert.Equal(gradients[0], gradients[1]);
        Assert.Equal(gradients[0], gradients[2]);
    }

    [Fact]
    public void NothingIsRepeatedWhereTheCountsAreEqual()
    {
        Assert.Null(BroadcastLayout.Create(new[] { 1, 5 }, [new[] { 5 }, new[] { 1, 5 }]));
        Assert.NotNull(BroadcastLayout.Create(new[] { 2, 5 }, [new[] { 5 }, new[] { 2, 5 }]));
        Assert.Throws<ArgumentException>(() => BroadcastLayout.Create(new[] { 2, 5 }, [new[] { 4 }]));
    }

    [Fact]
    public void TheGradientOfAnInputRepeatedZeroTimesIsZero()
    {
        float[] db = [7f];
        BroadcastLayout? layout = BroadcastLayout.Create(new[] { 0 }, [new[] { 0 }, new[] { 1 }]);
        Pointwise.Backward(default(Product), default, [1f], default, default, Gradient.Unwanted, new Gradient(db, false), layout);
        Assert.Equal(0f, db[0]);
    }

    [Fact]
    public void SpansOfTheWrongLengthAreRefused()
    {
        float[] two = new float[2];
        float[] three = new float[3];
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => Pointwise.Forward(default(TanhFunction), two, three)).Message);
        Assert.Contains("'b'", Assert.Throws<ArgumentException>(() => Pointwise.Forward(default(Product), three, two, three, null)).Message);
        Assert.Contains("'y'", Assert.Throws<ArgumentException>(
            () => Pointwise.Backward(default(TanhFunction), default, two, three, new Gradient(new float[3], false))).Message);
    }

    [Fact]
    public void ARepeatedCallAllocatesNothing()
    {
        float[] x = new float[100_000];
        Assert.Equal(0, Allocations.InSteadyState(() => Pointwise.Forward(default(TanhFunction), x, x), count: 50));
    }

    internal readonly struct TanhFunction : IPointwise1
    {
        public static Reads Reads => Reads.Result;

        public V Forward<V>(V a)
            where V : struct, IVector<V>
            => V.Tanh(a);

        public void Backward<V>(V a, V y, V dy, out V da)
            where V : struct, IVector<V>
            => da = dy * (V.One - y * y);
    }

    internal readonly struct Product : IPointwise2
    {
        public static Reads Reads => Reads.A | Reads.B;

        public V Forward<V>(V a, V b)
            where V : struct, IVector<V>
            => a * b;

        public void Backward<V>(V a, V b, V y, V dy, out V da, out V db)
            where V : struct, IVector<V>
        {
            da = dy * b;
            db = dy * a;
        }
    }

    /// <summary>a * b + c.</summary>
    internal readonly struct ProductAndSum : IPointwise3
    {
        public static Reads Reads => Reads.A | Reads.B;

        public V Forward<V>(V a, V b, V c)
            where V : struct, IVector<V>
            => a * b + c;

        public void Backward<V>(V a, V b, V c, V y, V dy, out V da, out V db, out V dc)
            where V : struct, IVector<V>
        {
            da = dy * b;
            db = dy * a;
            dc = dy;
        }
    }
}
