using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Local response normalization and its gradient, a part for each sample.</summary>
internal unsafe struct LocalResponseJob : IJob
{
    private Channels _channels;
    private NeighbourChannels _neighbours;
    private float _alpha;
    private float _beta;
    private float _k;
    private float* _x;
    private float* _y;
    private float* _scale;
    private float* _dy;
    private float* _dx;
    private bool _accumulate;

    /// <summary>Computes the results and their scales.</summary>
    public static void Forward(
        ReadOnlySpan<float> x, Span<float> y, Span<float> scale, Channels channels, NeighbourChannels neighbours, double alpha, double beta, double k)
    {
        y.Check(x.Length);
        scale.Check(x.Length);
        fixed (float* px = x, py = y, ps = scale)
        {
            LocalResponseJob job = Of(channels, neighbours, alpha, beta);
            job._k = (float)k;
            job._x = px;
            job._y = py;
            job._scale = ps;
            Threads.Run(channels.Batch, ref job);
        }
    }

    /// <summary>Computes the gradient of the elements.</summary>
    public static void Backward(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> scale,
        ReadOnlySpan<float> dy,
        Gradient dx,
        Channels channels,
        NeighbourChannels neighbours,
        double alpha,
        double beta)
    {
        scale.Check(x.Length);
        dy.Check(x.Length);
        dx.Span.Check(x.Length);
        fixed (float* px = x, ps = scale, pdy = dy, pdx = dx.Span)
        {
            LocalResponseJob job = Of(channels, neighbours, alpha, beta);
            job._x = px;
            job._scale = ps;
            job._dy = pdy;
            job._dx = pdx;
            job._accumulate = dx.Accumulate;
            Threads.Run(channels.Batch, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        for (var channel = 0; channel < _channels.Count; channel++)
        {
            var start = (nint)part * _channels.Count * _channels.Plane;
            if (_dx == null)
                Normalize<V>(start, channel);
            else
                Differentiate<V>(start, channel);
        }
    }

    private static LocalResponseJob Of(Channels channels, NeighbourChannels neighbours, double alpha, double beta)
        => new() { _channels = channels, _neighbours = neighbours, _alpha = (float)alpha, _beta = (float)beta };

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Normalize<V>(nint start, int channel)
        where V : struct, IVector<V>
    {
        var (first, last) = _neighbours.Of(channel, _channels.Count);
        var (alpha, k, exponent) = (V.Create(_alpha), V.Create(_k), V.Create(-_beta));
        var at = start + ((nint)channel * _channels.Plane);
        for (var i = 0; i < _channels.Plane; i += V.Count)
        {
            var mask = V.FirstLanes(_channels.Plane - i);
            var squares = V.Zero;
            for (var other = first; other < last; other++)
            {
                var value = V.Load(_x + start + ((nint)other * _channels.Plane) + i, mask);
                squares = V.MultiplyAdd(value, value, squares);
            }

            var scale = V.MultiplyAdd(squares, alpha, k);
            V.Store(_scale + at + i, mask, scale);
            V.Store(_y + at + i, mask, V.Load(_x + at + i, mask) * V.Pow(scale, exponent));
        }
    }

    /// <summary><c>dx = dy · scale^-beta - 2 alpha beta x · Σ dy' x' scale'^(-beta - 1)</c> over the channels for which this one counts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Differentiate<V>(nint start, int channel)
        where V : struct, IVector<V>
    {
        var (first, last) = _neighbours.Users(channel, _channels.Count);
        var (factor, exponent) = (V.Create(-2 * _alpha * _beta), V.Create(-_beta));
        var at = start + ((nint)channel * _channels.Plane);
        for (var i = 0; i < _channels.Plane; i += V.Count)
        {
            var mask = V.FirstLanes(_channels.Plane - i);
            var sum = V.Zero;
            for (var other = first; other < last; other++)
            {
                var there = start + ((nint)other * _channels.Plane) + i;
                var power = V.Pow(V.Load(_scale + there, mask), exponent - V.One);
                sum += V.And(V.Load(_dy + there, mask) * V.Load(_x + there, mask) * power, mask);
            }

            var own = V.Load(_dy + at + i, mask) * V.Pow(V.Load(_scale + at + i, mask), exponent);
            var value = V.MultiplyAdd(factor * V.Load(_x + at + i, mask), sum, own);
            V.Store(_dx + at + i, mask, _accumulate ? V.Load(_dx + at + i, mask) + value : value);
        }
    }
}
