namespace NnGen.Kernels;

/// <summary>The mean of the elements under each window, and its gradient.</summary>
internal unsafe struct AveragePooling : IJob
{
    private readonly Pooling _pooling;
    private readonly bool _countsPadding;
    private readonly int _divisor;
    private float* _x;
    private float* _y;
    private bool _isBackward;
    private bool _accumulate;

    /// <param name="pooling">The sizes.</param>
    /// <param name="countIncludePad">Whether the padding counts in the mean.</param>
    /// <param name="divisorOverride">What the sums are divided by instead of the number of elements.</param>
    /// <exception cref="ArgumentException">The divisor is 0.</exception>
    public AveragePooling(Pooling pooling, bool countIncludePad = false, int? divisorOverride = null)
    {
        if (divisorOverride == 0)
            throw new ArgumentException("divisor must be not zero");
        (_pooling, _countsPadding, _divisor) = (pooling, countIncludePad, divisorOverride ?? 0);
    }

    /// <summary>Computes the means.</summary>
    public void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        x.Check(_pooling.Channels * _pooling.InputSize);
        y.Check(_pooling.Channels * _pooling.OutputSize);
        fixed (float* px = x, py = y)
            Run(px, py, isBackward: false, accumulate: false);
    }

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public void Backward(ReadOnlySpan<float> dy, Gradient dx)
    {
        if (!dx.IsWanted)
            return;
        dx.Span.Check(_pooling.Channels * _pooling.InputSize);
        dy.Check(_pooling.Channels * _pooling.OutputSize);
        fixed (float* px = dx.Span, py = dy)
            Run(px, py, isBackward: true, dx.Accumulate);
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var x = _x + ((nint)part * _pooling.InputSize);
        var y = _y + ((nint)part * _pooling.OutputSize);
        if (_isBackward && !_accumulate)
            new Span<float>(x, _pooling.InputSize).Clear();
        var channel = new Channel { Job = this, X = x, Y = y };
        _pooling.Visit(ref channel);
    }

    private void Run(float* x, float* y, bool isBackward, bool accumulate)
    {
        _x = x;
        _y = y;
        (_isBackward, _accumulate) = (isBackward, accumulate);
        Threads.Run(_pooling.Channels, ref this);
    }

    private struct Channel : IPoolVisitor
    {
        public AveragePooling Job;
        public float* X;
        public float* Y;

        public readonly void Visit(int index, PoolWindow window)
        {
            var divisor = Job._divisor != 0 ? Job._divisor : Job._countsPadding ? window.PaddedSize : window.Size;
            if (Job._isBackward)
                window.Spread(null, X, Y[index] / divisor, default(PlainElements));
            else
                Y[index] = divisor == 0 ? 0 : (float)(window.Sum(X, default(PlainElements)) / divisor);
        }
    }
}
