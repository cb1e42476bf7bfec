using NnGen.Kernels;

namespace NnGen.Tests.KernelTests;

public unsafe class PhiloxTests
{
    /// <summary>The known answers of the Random123 library (kat_vectors, philox4x32 with 10 rounds).</summary>
    [Theory]
    [InlineData(0UL, 0UL, 0UL, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [InlineData(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [InlineData(0x299f31d0_a4093822UL, 0x85a308d3_243f6a88UL, 0x03707344_13198a2eUL, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void BlocksEqualThePublishedOnes(ulong key, ulong counterLow, ulong counterHigh, uint w0, uint w1, uint w2, uint w3)
    {
        uint[] words = new uint[4];
        Philox.Block(key, counterLow, counterHigh, words);
        Assert.Equal([w0, w1, w2, w3], words);
    }

    [Fact]
    public void UniformNumbersFollowTheBlocks()
    {
        const int Blocks = 103;
        RandomState state = new(Key: 0x0123_4567_89ab_cdef, Counter: 0xffff_fff0);
        float[] uniform = new float[4 * Blocks];
        fixed (float* p = uniform) Philox.Uniform(state, p, Blocks);
        uint[] words = new uint[4];
        for (int i = 0; i < uniform.Length; i++)
        {
            Philox.Block(state.Key, state.Counter + (ulong)(i / 4), 0, words);
            Assert.Equal((words[i % 4] >> 8) / 16777216f, uniform[i]);
        }
    }

    [Fact]
    public void DropoutKeepsTheRightShareAndReplays()
    {
        float[] x = [.. Enumerable.Repeat(1f, 100_003)];
        RandomState state = new(42, 7);
        float[] Run(int threads, int length)
        {
            using KernelSettings settings = new(threads: threads);
            float[] y = new float[length];
            DropoutJob.Run(x.AsSpan(0, length), y, accumulate: false, state, keep: 0.75f, scale: 4f / 3);
            return y;
        }

        float[] y = Run(1, x.Length);
        Assert.All(y, value => Assert.True(value is 0f or 4f / 3));
        Assert.InRange(y.Count(value => value != 0f) / (double)x.Length, 0.745, 0.755);
        Assert.Equal(y, Run(3, x.Length));
        Assert.Equal(y[..1001], Run(1, 1001));

        float[] added = [.. x];
        DropoutJob.Run(x, added, accumulate: true, state, keep: 0.75f, scale: 4f / 3);
        Assert.Equal(y.Select(value => 1f + value), added);
    }
}
