namespace NnGen.Kernels;

/// <summary>The mean of the elements under each window of a plane, and its gradient.</summary>
internal unsafe struct AveragePooling : IJob
{
    private readonly int _planes;
    private readonly AverageAxis _rows;
    private readonly AverageAxis _columns;
    private readonly bool _countsPadding;
    private readonly int _divisor;
    private float* _x;
    private float* _y;
    private bool _isBackward;
    private bool _accumulate;

    private AveragePooling(int planes, AverageAxis rows, AverageAxis columns, bool countsPadding, int divisor)
        => (_planes, _rows, _columns, _countsPadding, _divisor) = (planes, rows, columns, countsPadding, divisor);

    /// <summary>Windows that slide.</summary>
    /// <exception cref="ArgumentException">A size is not positive, the padding is wider than half the window, or the divisor is 0.</exception>
    public static AveragePooling Of(
        Shape x, Shape y, Size2D kernel, Size2D? stride, Padding2D padding, bool countIncludePad, int? divisorOverride)
    {
        if (divisorOverride == 0)
            throw new ArgumentException("divisor must be not zero");
        var (planes, rows, columns) = Pooling.Of(x, y, kernel, stride, padding, dilation: 1);
        return new AveragePooling(planes, new AverageAxis(rows, false), new AverageAxis(columns, false), countIncludePad, divisorOverride ?? 0);
    }

    /// <summary>Windows that divide the input evenly.</summary>
    public static AveragePooling Adaptive(Shape x, Shape y)
        => new(x[^3] * (x.Rank == 4 ? x[0] : 1), Adaptive(x[^2], y[^2]), Adaptive(x[^1], y[^1]), countsPadding: false, divisor: 0);

    /// <summary>Computes the means.</summary>
    public void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        Check(x.Length, y.Length);
        fixed (float* px = x, py = y)
            Run(px, py, isBackward: false, accumulate: false);
    }

    /// <summary>Spreads each gradient evenly over its window.</summary>
    public void Backward(ReadOnlySpan<float> dy, Gradient dx)
    {
        if (!dx.IsWanted)
            return;
        Check(dx.Span.Length, dy.Length);
        fixed (float* px = dx.Span, py = dy)
            Run(px, py, isBackward: true, dx.Accumulate);
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var x = _x + ((nint)part * _rows.Input * _columns.Input);
        var y = _y + ((nint)part * _rows.Output * _columns.Output);
        if (_isBackward && !_accumulate)
            new Span<float>(x, _rows.Input * _columns.Input).Clear();
        for (var row = 0; row < _rows.Output; row++)
        {
            var (top, bottom, height) = _rows.Range(row);
            for (var column = 0; column < _columns.Output; column++, y++)
            {
                var (left, right, width) = _columns.Range(column);
                var divisor = _divisor != 0 ? _divisor : _countsPadding ? height * width : (bottom - top) * (right - left);
                if (_isBackward)
                    Spread(x, top, bottom, left, right, *y / divisor);
                else
                    *y = divisor == 0 ? 0 : (float)(Sum(x, top, bottom, left, right) / divisor);
            }
        }
    }

    private static AverageAxis Adaptive(int input, int output) => new(new WindowAxis(input, output, 1, 1, 0, 1), IsAdaptive: true);

    private readonly double Sum(float* x, int top, int bottom, int left, int right)
    {
        var sum = 0.0;
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
                sum += x[(row * _columns.Input) + column];
        }

        return sum;
    }

    private readonly void Spread(float* dx, int top, int bottom, int left, int right, float share)
    {
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
                dx[(row * _columns.Input) + column] += share;
        }
    }

    private void Run(float* x, float* y, bool isBackward, bool accumulate)
    {
        _x = x;
        _y = y;
        (_isBackward, _accumulate) = (isBackward, accumulate);
        Threads.Run(_planes, ref this);
    }

    private readonly void Check(int x, int y)
    {
        if (x != _planes * _rows.Input * _columns.Input || y != _planes * _rows.Output * _columns.Output)
            throw new ArgumentException($"Spans of {x} and {y} elements do not fit {_planes} planes of {_rows.Input} x {_columns.Input} and {_rows.Output} x {_columns.Output}.");
    }
}
