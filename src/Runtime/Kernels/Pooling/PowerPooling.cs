namespace NnGen.Kernels;

/// <summary>The root of the sum of powers under each window, and its gradient.</summary>
internal unsafe struct PowerPooling : IJob
{
    private readonly Pooling _pooling;
    private readonly double _norm;
    private readonly int _kernel;
    private float* _x;
    private float* _y;
    private float* _dy;
    private float* _dx;
    private bool _accumulate;

    /// <param name="pooling">The sizes.</param>
    /// <param name="norm">The exponent.</param>
    /// <param name="kernel">Elements of a full window.</param>
    public PowerPooling(Pooling pooling, double norm, Size3D kernel)
        => (_pooling, _norm, _kernel) = (pooling, norm, kernel.Depth * kernel.Height * kernel.Width);

    /// <summary>Computes the roots.</summary>
    public void Forward(ReadOnlySpan<float> x, Span<float> y)
    {
        x.Check(_pooling.Channels * _pooling.InputSize);
        y.Check(_pooling.Channels * _pooling.OutputSize);
        fixed (float* px = x, py = y)
        {
            _x = px;
            _y = py;
            Threads.Run(_pooling.Channels, ref this);
        }
    }

    /// <summary>Computes the gradient; it is 0 under a window whose result is 0.</summary>
    public void Backward(ReadOnlySpan<float> x, ReadOnlySpan<float> y, ReadOnlySpan<float> dy, Gradient dx)
    {
        if (!dx.IsWanted)
            return;
        x.Check(_pooling.Channels * _pooling.InputSize);
        y.Check(_pooling.Channels * _pooling.OutputSize);
        dy.Check(y.Length);
        dx.Span.Check(x.Length);
        fixed (float* px = x, py = y, pdy = dy, pdx = dx.Span)
        {
            _x = px;
            _y = py;
            _dy = pdy;
            _dx = pdx;
            _accumulate = dx.Accumulate;
            Threads.Run(_pooling.Channels, ref this);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var start = (nint)part * _pooling.InputSize;
        if (_dx != null && !_accumulate)
            new Span<float>(_dx + start, _pooling.InputSize).Clear();
        var channel = new Channel { Job = this, Start = start, First = (nint)part * _pooling.OutputSize };
        _pooling.Visit(ref channel);
    }

    /// <summary>A window that leaves the input counts as if it were full of its mean, as in PyTorch.</summary>
    private readonly void Window(nint start, nint at, PoolWindow window)
    {
        var scale = (double)_kernel / window.PaddedSize;
        var function = new PowerOfElements(_norm);
        if (_dx == null)
            _y[at] = (float)Math.Pow(window.Sum(_x + start, function) * scale, 1 / _norm);
        else if (_y[at] != 0)
            window.Spread(_x + start, _dx + start, _dy[at] * scale / _norm * Math.Pow(_y[at], 1 - _norm), function);
    }

    private struct Channel : IPoolVisitor
    {
        public PowerPooling Job;
        public nint Start;
        public nint First;

        public readonly void Visit(int index, PoolWindow window) => Job.Window(Start, First + index, window);
    }
}
