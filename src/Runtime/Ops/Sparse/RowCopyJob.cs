using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Copies rows of a matrix that are listed.</summary>
internal unsafe struct RowCopyJob : IJob
{
    /// <summary>Elements worth a thread of their own.</summary>
    private const int PartLength = 1 << 15;

    private Split _rows;
    private long* _indices;
    private float* _matrix;
    private float* _target;
    private int _length;

    /// <summary>Copies them.</summary>
    /// <param name="indices">Which rows, all of them rows of the matrix.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="length">Elements of a row.</param>
    /// <param name="target">Where they go, one behind the other.</param>
    public static void Run(ReadOnlySpan<long> indices, ReadOnlySpan<float> matrix, int length, Span<float> target)
    {
        var parts = (int)Math.Clamp((long)target.Length / PartLength, 1, Math.Max(1, indices.Length));
        fixed (long* pi = indices)
        fixed (float* pm = matrix, pt = target)
        {
            RowCopyJob job = new() { _rows = new Split(indices.Length, parts), _indices = pi, _matrix = pm, _target = pt, _length = length };
            Threads.Run(parts, ref job);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var length = _length;
        var end = _rows.Start(part + 1);
        for (var row = _rows.Start(part); row < end; row++)
        {
            var source = _matrix + ((nint)_indices[row] * length);
            var target = _target + ((nint)row * length);
            var i = 0;
            for (; i <= length - V.Count; i += V.Count)
                V.Store(target + i, V.Load(source + i));
            if (i < length)
            {
                var mask = V.FirstLanes(length - i);
                V.Store(target + i, mask, V.Load(source + i, mask));
            }
        }
    }
}
