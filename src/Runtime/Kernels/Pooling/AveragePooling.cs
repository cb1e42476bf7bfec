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
        for (var plane = 0; plane < _pooling.Planes.Output; plane++)
        {
            for (var row = 0; row < _pooling.Rows.Output; row++)
            {
                for (var column = 0; column < _pooling.Columns.Output; column++, y++)
                    Window(x, y, new PoolWindow(_pooling, plane, row, column));
            }
        }
    }

    private readonly void Window(float* x, float* y, PoolWindow window)
    {
        var divisor = _divisor != 0 ? _divisor : _countsPadding ? window.PaddedSize : window.Size;
        if (_isBackward)
            window.Spread(null, x, *y / divisor, default(PlainElements));
        else
            *y = divisor == 0 ? 0 : (float)(window.Sum(x, default(PlainElements)) / divisor);
    }

    private void Run(float* x, float* y, bool isBackward, bool accumulate)
    {
        _x = x;
        _y = y;
        (_isBackward, _accumulate) = (isBackward, accumulate);
        Threads.Run(_pooling.Channels, ref this);
    }
}
