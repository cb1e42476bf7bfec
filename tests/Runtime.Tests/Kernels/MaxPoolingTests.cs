using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public class MaxPoolingTests
{
    private static readonly float[] s_values = [float.NegativeInfinity, float.NaN, -1, 0, 1, 2];

    public static TheoryData<int> Widths => KernelSettings.Widths;

    [Theory]
    [MemberData(nameof(Widths))]
    public void FindsTheLargestElementOfEachWindow(int width)
    {
        Random random = new(width);
        using KernelSettings settings = new(width);
        for (var i = 0; i < 300; i++)
        {
            var pooling = i % 3 == 0
                ? new Pooling(random.Next(1, 4), PoolAxis.Single, Pairs(random, 8), Pairs(random, 90))
                : new Pooling(random.Next(1, 4), random.Coin() ? Axis(random, 5) : PoolAxis.Single, Axis(random, 8), Axis(random, 40));
            var x = random.Floats(pooling.Channels * pooling.InputSize);
            for (var j = 0; random.Coin() && j < x.Length; j++)
                x[j] = s_values[random.Next(s_values.Length)];       // equal ones, infinities and NaNs
            var (y, indices) = (new float[pooling.Channels * pooling.OutputSize], new int[pooling.Channels * pooling.OutputSize]);
            MaxPooling<int>.Run(x, y, indices, pooling);
            for (var channel = 0; channel < pooling.Channels; channel++)
            {
                var expected = new Found(x.AsSpan(channel * pooling.InputSize, pooling.InputSize).ToArray(), pooling);
                pooling.Visit(ref expected);
                Assert.Equal(expected.Indices, indices.AsSpan(channel * pooling.OutputSize, pooling.OutputSize).ToArray());
                Assert.Equal(expected.Values, y.AsSpan(channel * pooling.OutputSize, pooling.OutputSize).ToArray());
            }
        }
    }

    private static PoolAxis Pairs(Random random, int largest)
    {
        var input = random.Next(2, largest);
        return PoolAxis.Sliding(input, input / 2, 2, 2, 0, 1);
    }

    private static PoolAxis Axis(Random random, int largest)
    {
        var (kernel, stride, dilation) = (random.Next(1, 5), random.Next(1, 4), random.Next(1, 3));
        var extent = (dilation * (kernel - 1)) + 1;
        var (input, padding) = (random.Next(extent, extent + largest), random.Next(0, (extent / 2) + 1));
        return PoolAxis.Sliding(input, ((input + (2 * padding) - extent) / stride) + 1, kernel, stride, padding, dilation);
    }

    /// <summary>What a comparison of one element after the other finds.</summary>
    private struct Found(float[] x, Pooling pooling) : IPoolVisitor
    {
        public int[] Indices { get; } = new int[pooling.OutputSize];

        public float[] Values { get; } = new float[pooling.OutputSize];

        public readonly unsafe void Visit(int index, PoolWindow window)
        {
            fixed (float* px = x)
                Indices[index] = window.IndexOfMax(px, pooling.Planes.Step, pooling.Rows.Step, pooling.Columns.Step);
            Values[index] = window.Size == 0 ? float.NegativeInfinity : x[Indices[index]];
        }
    }
}
