using NnGen.CompilerServices;
using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

/// <summary>Ops over rows, of lengths around those of vectors, beside sums in double precision.</summary>
public class RowTests
{
    private static readonly int[] s_lengths = [1, 3, 4, 7, 8, 15, 16, 17, 31, 32, 33, 64, 100, 129];

    public static TheoryData<int> Widths => KernelSettings.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void SoftmaxAndItsGradient(int width)
    {
        Random random = new(width);
        foreach (var length in s_lengths)
        {
            var (x, dy) = (random.Floats(5 * length), random.Floats(5 * length));
            x.AsSpan(length, length).Fill(300);
            var (y, dx) = Each(width, () =>
            {
                var (y, dx) = (new float[x.Length], new float[x.Length]);
                SoftmaxOp.Forward(x, y, [5, length], dim: 1);
                dx.AsSpan().Fill(1);
                SoftmaxOp.Backward(y, dy, new Gradient(dx, accumulate: true), [5, length], dim: 1);
                return (y, dx);
            });
            for (var row = 0; row < 5; row++)
            {
                var part = Enumerable.Range(row * length, length).ToArray();
                var largest = part.Max(i => x[i]);
                var sum = part.Sum(i => Math.Exp(x[i] - largest));
                var inner = part.Sum(i => Math.Exp(x[i] - largest) / sum * dy[i]);
                foreach (var i in part)
                {
                    var expected = Math.Exp(x[i] - largest) / sum;
                    Assert.Equal(expected, y[i], 4e-7 * expected);
                    Assert.Equal(1 + (expected * (dy[i] - inner)), dx[i], 1e-6);
                }
            }
        }
    }

    [Fact]
    public void SoftmaxKeepsWhatIsNoNumberToItsRow()
    {
        float[] x = [1, float.NaN, 2, 1, 2, float.PositiveInfinity, float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity, 0, float.NegativeInfinity, 0];
        var y = new float[x.Length];
        SoftmaxOp.Forward(x, y, [4, 3], dim: 1);
        Assert.Equal([.. Enumerable.Repeat(float.NaN, 9), 0.5f, 0, 0.5f], y);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void LayerNormAndItsGradients(int width)
    {
        Random random = new(width);
        foreach (var length in s_lengths.Where(length => length > 1))
        {
            const int rows = 6;
            var (x, dy, weight, bias) = (random.Floats(rows * length), random.Floats(rows * length), random.Floats(length), random.Floats(length));
            var (y, dx) = Each(width, () =>
            {
                var (y, mean, rstd) = (new float[x.Length], new float[rows], new float[rows]);
                LayerNormForwardJob.Run(x, weight, bias, y, mean, rstd, 1e-5);
                var (dx, dweight, dbias) = (new float[x.Length], new float[length], new float[length]);
                LayerNormBackwardJob.Run(x, weight, mean, rstd, dy, new Gradient(dx, false), new Gradient(dweight, false), new Gradient(dbias, false));
                return (y, [.. dx, .. dweight, .. dbias]);
            });
            var (sums, biases) = (new double[length], new double[length]);
            for (var row = 0; row < rows; row++)
            {
                var part = Enumerable.Range(row * length, length).ToArray();
                var mean = part.Average(i => (double)x[i]);
                var rstd = 1 / Math.Sqrt(part.Average(i => (x[i] - mean) * (x[i] - mean)) + 1e-5);
                var g = part.Average(i => (double)dy[i] * weight[i - part[0]]);
                var slope = part.Average(i => (double)dy[i] * weight[i - part[0]] * (x[i] - mean) * rstd);
                foreach (var i in part)
                {
                    var (column, normalized) = (i - part[0], (x[i] - mean) * rstd);
                    sums[column] += dy[i] * normalized;
                    biases[column] += dy[i];
                    Assert.Equal((normalized * weight[column]) + bias[column], y[i], 1e-5);
                    Assert.Equal(rstd * (((double)dy[i] * weight[column]) - g - (normalized * slope)), dx[i], 1e-5 * Math.Max(1, rstd));
                }
            }

            Assert.All(sums.Zip(dx.Skip(x.Length)), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
            Assert.All(biases.Zip(dx.Skip(x.Length + length)), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void GradientsOfRowsThatAreLookedUp(int width)
    {
        Random random = new(width);
        foreach (var length in s_lengths)
        {
            var rows = random.Next(1, 700);
            var indices = Enumerable.Range(0, random.Next(0, 900)).Select(_ => (long)random.Next(rows)).ToArray();
            var dy = random.Floats(indices.Length * length);
            var (isMean, accumulate, padding) = (random.Coin(), random.Coin(), random.Coin() ? random.Next(rows) : -1);
            var before = random.Floats(rows * length);
            var (gradient, _) = Each(width, () =>
            {
                var gradient = before.ToArray();
                RowGradientJob.Run(indices, padding, dy, new Gradient(gradient, accumulate), rows, length, isMean);
                return (gradient, []);
            });
            var expected = new double[rows * length];
            for (var i = 0; i < indices.Length; i++)
            {
                var count = isMean ? indices.Count(index => index == indices[i]) : 1;
                for (var column = 0; column < length && indices[i] != padding; column++)
                    expected[(indices[i] * length) + column] += dy[(i * length) + column] / (double)count;
            }

            for (var i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i] + (accumulate ? before[i] : 0), gradient[i], 1e-4);
        }
    }

    /// <summary>The results of a width, which are the same for any number of threads.</summary>
    private static (float[] First, float[] Second) Each(int width, Func<(float[] First, float[] Second)> run)
    {
        (float[] First, float[] Second)? one = null;
        foreach (var threads in (int[])[1, 2, 3, 8])
        {
            using KernelSettings settings = new(width, threads);
            var results = run();
            one ??= results;
            Assert.Equal(one.Value.First, results.First);
            Assert.Equal(one.Value.Second, results.Second);
        }

        return one!.Value;
    }
}
