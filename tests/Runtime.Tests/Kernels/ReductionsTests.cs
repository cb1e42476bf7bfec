using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public class ReductionsTests
{
    public static TheoryData<int> Widths => KernelSettings.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void SumsEqualDoublePrecision(int width)
    {
        Random random = new(width);
        for (int i = 0; i < 150; i++)
        {
            using KernelSettings settings = new(width, threads: random.Next(1, 4));
            int outer = random.Next(1, 6), n = random.Next(0, i % 10 == 0 ? 3000 : 60), inner = random.Coin() ? 1 : random.Next(1, 90);
            bool accumulate = random.Coin();
            float[] x = random.Floats(outer * n * inner);
            float[] y = random.Floats(outer * inner);
            float[] before = [.. y];
            Reductions.Sum(x, outer, n, inner, new Gradient(y, accumulate));
            for (int j = 0; j < y.Length; j++)
            {
                double sum = Enumerable.Range(0, n).Sum(k => (double)x[(j / inner * n + k) * inner + j % inner]);
                Assert.Equal(sum + (accumulate ? before[j] : 0), y[j], 1e-4);
            }
        }
    }

    [Fact]
    public void LongSumsKeepTheirDigits()
    {
        float[] x = [.. Enumerable.Repeat(0.1f, 4_000_001)];
        Assert.Equal(4_000_001 * (double)0.1f, Total(x), 0.4);      // a part in a million, with vectors of any width
        float[] columns = new float[3];
        Reductions.Sum(x.AsSpan(0, 3_000_000), 1, 1_000_000, 3, new Gradient(columns, false));
        Assert.All(columns, c => Assert.Equal(1_000_000 * (double)0.1f, c, 0.05));
    }

    [Fact]
    public void SumsHaveTheSameBitsForAnyNumberOfThreads()
    {
        float[] x = new Random(9).Floats(1_000_000);
        float[] Sums(int threads)
        {
            using KernelSettings settings = new(threads: threads);
            float[] columns = new float[100];
            float[] rows = new float[100];
            Reductions.Sum(x, 1, 10_000, 100, new Gradient(columns, false));
            Reductions.Sum(x, 100, 10_000, 1, new Gradient(rows, false));
            return [Total(x), .. columns, .. rows];
        }

        Assert.Equal(Sums(1), Sums(2));
        Assert.Equal(Sums(1), Sums(7));
    }

    private static float Total(float[] x)
    {
        float[] sum = new float[1];
        Reductions.Sum(x, 1, x.Length, 1, new Gradient(sum, accumulate: false));
        return sum[0];
    }
}
