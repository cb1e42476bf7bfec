using System.Numerics;

namespace NnGen.Kernels;

/// <summary>The gradient of a max pooling, a part for each channel: each gradient is added to the element that was found.</summary>
/// <typeparam name="TIndex">Type of the indices: int or long.</typeparam>
internal unsafe struct MaxGradient<TIndex> : IJob
    where TIndex : unmanaged, IBinaryInteger<TIndex>
{
    private int _inputSize;
    private int _outputSize;
    private TIndex* _indices;
    private float* _dy;
    private float* _dx;
    private bool _accumulate;

    /// <summary>Computes the gradient.</summary>
    /// <param name="dims">How many dims are pooled.</param>
    /// <param name="indices">Where each element stands in its channel.</param>
    /// <param name="dy">The gradients.</param>
    /// <param name="dx">The gradient of the input.</param>
    /// <param name="x">The input's shape.</param>
    /// <param name="y">The result's shape.</param>
    public static void Run(int dims, ReadOnlySpan<TIndex> indices, ReadOnlySpan<float> dy, Gradient dx, Shape x, Shape y)
    {
        if (!dx.IsWanted)
            return;
        var channels = Pooling.Leading(dims, x);
        MaxGradient<TIndex> job = new() { _inputSize = Pooling.Trailing(dims, x), _outputSize = Pooling.Trailing(dims, y), _accumulate = dx.Accumulate };
        dx.Span.Check(channels * job._inputSize);
        dy.Check(channels * job._outputSize);
        indices.Check(dy.Length);
        fixed (float* pdy = dy, pdx = dx.Span)
        fixed (TIndex* pi = indices)
        {
            job._indices = pi;
            job._dy = pdy;
            job._dx = pdx;
            Threads.Run(channels, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        Span<float> channel = new(_dx + ((nint)part * _inputSize), _inputSize);
        var start = (nint)part * _outputSize;
        if (!_accumulate)
            channel.Clear();
        for (var i = 0; i < _outputSize; i++)
            channel[int.CreateTruncating(_indices[start + i])] += _dy[start + i];
    }
}
