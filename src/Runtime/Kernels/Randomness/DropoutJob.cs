using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Dropout: <c>y = x · mask</c>, where the mask is <c>scale</c> with the probability of keeping an element and else zero. It is
/// drawn again from the random state instead of being stored; element i uses word i % 4 of block i / 4.
/// </summary>
internal unsafe struct DropoutJob : IJob
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 16384;

    /// <summary>Random numbers drawn at a time.</summary>
    private const int ChunkLength = 1024;

    private float* _x;
    private float* _y;
    private int _length;
    private bool _accumulate;
    private RandomState _random;
    private float _keep;
    private float _scale;

    /// <summary>Multiplies by the mask; the result may be the input's own memory.</summary>
    /// <param name="x">The input, or the gradient of the result.</param>
    /// <param name="y">The result, or the gradient of the input.</param>
    /// <param name="accumulate">Whether to add to what y holds.</param>
    /// <param name="random">The draws: as many as there are elements.</param>
    /// <param name="keep">Probability of keeping an element, from 0 to 1.</param>
    /// <param name="scale">Factor of the kept elements.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static void Run(ReadOnlySpan<float> x, Span<float> y, bool accumulate, RandomState random, float keep, float scale)
    {
        if (x.Length != y.Length) throw new ArgumentException($"'y' has {y.Length} elements, but 'x' has {x.Length}.", nameof(y));
        fixed (float* px = x, py = y)
        {
            DropoutJob job = new()
            {
                _x = px,
                _y = py,
                _length = x.Length,
                _accumulate = accumulate,
                _random = random,
                _keep = keep,
                _scale = scale,
            };
            Threads.Run((x.Length + PartLength - 1) / PartLength, ref job);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        float* uniform = stackalloc float[ChunkLength];
        int end = (int)Math.Min(_length, (part + 1L) * PartLength);
        for (int start = part * PartLength; start < end; start += ChunkLength)
        {
            int n = Math.Min(ChunkLength, end - start);
            RandomState random = _random with { Counter = _random.Counter + (ulong)(start / Philox.BlockLength) };
            Philox.Uniform(random, uniform, (n + Philox.BlockLength - 1) / Philox.BlockLength);
            for (int i = 0; i < n; i += V.Count)
            {
                V lanes = V.FirstLanes(n - i);
                V mask = V.And(V.Create(_scale), V.LessThan(V.Load(uniform + i), V.Create(_keep)));
                V y = V.Load(_x + start + i, lanes) * mask;
                if (_accumulate) y += V.Load(_y + start + i, lanes);
                V.Store(_y + start + i, lanes, y);
            }
        }
    }
}
