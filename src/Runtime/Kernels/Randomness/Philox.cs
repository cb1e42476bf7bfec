using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NnGen.Kernels;

/// <summary>
/// Philox4x32-10, a counter-based generator: four 32-bit words for each value of a 128-bit counter, in any order. From
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).
/// </summary>
internal static unsafe class Philox
{
    /// <summary>Words of a block.</summary>
    public const int BlockLength = 4;

    private const int Rounds = 10;
    private const uint Multiplier0 = 0xD251_1F53;
    private const uint Multiplier1 = 0xCD9E_8D57;
    private const uint KeyStep0 = 0x9E37_79B9;
    private const uint KeyStep1 = 0xBB67_AE85;

    /// <summary>Writes the four words of one block.</summary>
    /// <param name="key">The key.</param>
    /// <param name="counterLow">Low half of the counter.</param>
    /// <param name="counterHigh">High half of the counter.</param>
    /// <param name="words">Where to.</param>
    public static void Block(ulong key, ulong counterLow, ulong counterHigh, Span<uint> words)
    {
        uint c0 = (uint)counterLow, c1 = (uint)(counterLow >> 32), c2 = (uint)counterHigh, c3 = (uint)(counterHigh >> 32);
        uint k0 = (uint)key, k1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong p0 = (ulong)Multiplier0 * c0;
            ulong p1 = (ulong)Multiplier1 * c2;
            c0 = (uint)(p1 >> 32) ^ c1 ^ k0;
            c1 = (uint)p1;
            c2 = (uint)(p0 >> 32) ^ c3 ^ k1;
            c3 = (uint)p0;
            k0 += KeyStep0;
            k1 += KeyStep1;
        }

        words[0] = c0;
        words[1] = c1;
        words[2] = c2;
        words[3] = c3;
    }

    /// <summary>
    /// Numbers uniform in [0, 1), multiples of 2^-24: four for each step of the counter, whole blocks only.
    /// </summary>
    /// <param name="state">Key and first counter.</param>
    /// <param name="target">Room for four times <paramref name="blocks"/> floats.</param>
    /// <param name="blocks">Number of blocks.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Uniform(RandomState state, float* target, int blocks)
    {
        ulong counter = state.Counter;
        int block = 0;
        if (Avx2.IsSupported)
        {
            for (; block <= blocks - 4; block += 4)
            {
                FourBlocks(state.Key, counter, out Vector256<uint> first, out Vector256<uint> second);
                Vector256.Store(ToUniform(first), target);
                Vector256.Store(ToUniform(second), target + 8);
                target += 4 * BlockLength;
                counter += 4;
            }
        }

        Span<uint> words = stackalloc uint[BlockLength];
        for (; block < blocks; block++)
        {
            Block(state.Key, counter++, 0, words);
            for (int i = 0; i < BlockLength; i++) target[i] = (words[i] >> 8) * (1f / (1 << 24));
            target += BlockLength;
        }
    }

    /// <summary>The blocks of four counters in their order. Of each 64-bit lane the low half counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourBlocks(ulong key, ulong counter, out Vector256<uint> first, out Vector256<uint> second)
    {
        Vector256<ulong> counters = Vector256.Create(counter) + Vector256.Create(0UL, 1, 2, 3);
        Vector256<ulong> c0 = counters;
        Vector256<ulong> c1 = counters >> 32;
        Vector256<ulong> c2 = Vector256<ulong>.Zero;
        Vector256<ulong> c3 = Vector256<ulong>.Zero;
        Vector256<uint> k0 = Vector256.Create((uint)key);
        Vector256<uint> k1 = Vector256.Create((uint)(key >> 32));
        for (int round = 0; round < Rounds; round++)
        {
            Vector256<ulong> p0 = Avx2.Multiply(c0.AsUInt32(), Vector256.Create(Multiplier0));
            Vector256<ulong> p1 = Avx2.Multiply(c2.AsUInt32(), Vector256.Create(Multiplier1));
            c0 = (p1 >> 32) ^ c1 ^ k0.AsUInt64();
            c1 = p1;
            c2 = (p0 >> 32) ^ c3 ^ k1.AsUInt64();
            c3 = p0;
            k0 += Vector256.Create(KeyStep0);
            k1 += Vector256.Create(KeyStep1);
        }

        Vector256<ulong> low = Vector256.Create((ulong)uint.MaxValue);
        Vector256<ulong> words01 = (c0 & low) | (c1 << 32);
        Vector256<ulong> words23 = (c2 & low) | (c3 << 32);
        Vector256<ulong> blocks02 = Avx2.UnpackLow(words01, words23);
        Vector256<ulong> blocks13 = Avx2.UnpackHigh(words01, words23);
        first = Avx2.Permute2x128(blocks02, blocks13, 0x20).AsUInt32();
        second = Avx2.Permute2x128(blocks02, blocks13, 0x31).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> ToUniform(Vector256<uint> words)
        => Vector256.ConvertToSingle((words >> 8).AsInt32()) * Vector256.Create(1f / (1 << 24));
}
