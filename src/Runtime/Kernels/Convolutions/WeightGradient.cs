namespace NnGen.Kernels;

/// <summary>
/// The gradient of a convolution's weight: the output's gradient times the transposed columns, summed over samples and tiles. The
/// samples are cut into stretches, whose sums are computed side by side and added in order.
/// </summary>
internal unsafe struct WeightGradient : IJob
{
    /// <summary>Stretches that the samples are cut into at most.</summary>
    private const int MaxStretches = 16;

    /// <summary>Room for the sums of all stretches, in floats.</summary>
    private const long MaxSums = 1 << 22;

    private Convolution _convolution;
    private Split _samples;
    private float* _x;
    private float* _dy;
    private float* _sums;

    /// <summary>Sums over all samples.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="x">The input.</param>
    /// <param name="dy">The output's gradient.</param>
    /// <param name="dweight">The weight's gradient, [out, in/groups, window].</param>
    public static void Run(in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dweight)
    {
        var c = convolution;
        var count = c.OutChannels * c.Window;
        x.Check(c.Batch * c.InChannels * c.InputSize);
        dy.Check(c.Batch * c.OutChannels * c.OutputSize);
        dweight.Span.Check(count);
        var stretches = (int)Math.Clamp(MaxSums / Math.Max(count, 1), 1, Math.Clamp(c.Batch, 1, MaxStretches));
        using var scratch = Scratch.Rent((long)count * stretches);
        var sums = scratch.Span(count * stretches);
        sums.Clear();
        fixed (float* px = x, py = dy)
        {
            WeightGradient job = new() { _convolution = c, _samples = new Split(c.Batch, stretches), _x = px, _dy = py, _sums = scratch.Pointer };
            Threads.Run(stretches * c.Groups, ref job);
        }

        for (var stretch = 1; stretch < stretches; stretch++)
            new Gradient(sums[..count], accumulate: true).Write(sums.Slice(stretch * count, count));
        dweight.Write(sums[..count]);
    }

    /// <summary>The gradient of a bias: the sum of each channel over samples and places.</summary>
    /// <param name="dy">The gradient, [batch, channels, plane].</param>
    /// <param name="batch">How many samples there are.</param>
    /// <param name="channels">How many channels there are.</param>
    /// <param name="plane">Elements of a channel.</param>
    /// <param name="dbias">The sums.</param>
    public static void Bias(ReadOnlySpan<float> dy, int batch, int channels, int plane, Gradient dbias)
    {
        if (!dbias.IsWanted)
            return;
        using var scratch = Scratch.Rent(batch * channels);
        var sums = scratch.Span(batch * channels);
        Reductions.Sum(dy, batch * channels, plane, 1, new Gradient(sums, accumulate: false));
        Reductions.Sum(sums, 1, batch, channels, dbias);
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var group = part % c.Groups;
        var stretch = part / c.Groups;
        var sums = _sums + ((nint)stretch * c.OutChannels * c.Window) + ((nint)group * c.GroupOut * c.Window);
        for (var sample = _samples.Start(stretch); sample < _samples.Start(stretch + 1); sample++)
        {
            var x = _x + ((((nint)sample * c.InChannels) + (group * c.GroupIn)) * c.InputSize);
            var dy = _dy + ((((nint)sample * c.OutChannels) + (group * c.GroupOut)) * c.OutputSize);
            if (c.IsDepthwise)
                AddDepthwise(x, dy, sums);
            else
                AddProducts(x, dy, sums);
        }
    }

    private readonly void AddDepthwise(float* x, float* dy, float* sums)
    {
        for (var channel = 0; channel < _convolution.GroupOut; channel++)
            DepthwiseJob<WeighRows>.Channel(_convolution, x, sums + ((nint)channel * _convolution.Window), dy + ((nint)channel * _convolution.OutputSize));
    }

    private readonly void AddProducts(float* x, float* dy, float* sums)
    {
        var c = _convolution;
        Span<float> gradient = new(sums, c.GroupOut * c.Window);
        ReadOnlySpan<float> rows = new(dy, c.GroupOut * c.OutputSize);
        if (c.IsPointwise)
        {
            ReadOnlySpan<float> planes = new(x, c.GroupIn * c.InputSize);
            Gemm.Run(false, true, c.GroupOut, c.Window, c.OutputSize, 1, rows, c.OutputSize, planes, c.InputSize, 1, gradient, c.Window);
            return;
        }

        using var scratch = Scratch.Rent((long)c.Window * c.TileWidth);
        for (var start = 0; start < c.OutputSize; start += c.TileWidth)
        {
            var count = Math.Min(c.TileWidth, c.OutputSize - start);
            ColumnTile.Run<ReadColumns>(c, x, scratch.Pointer, start, count);
            var columns = scratch.Span(c.Window * count);
            Gemm.Run(false, true, c.GroupOut, c.Window, count, 1, rows[start..], c.OutputSize, columns, count, 1, gradient, c.Window);
        }
    }
}
