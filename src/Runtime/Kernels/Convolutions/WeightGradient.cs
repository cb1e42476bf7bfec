using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The gradient of a convolution's weight: each element is the product of a channel of the output's gradient and of what one element
/// of the window reads, over all places and samples. The samples are cut into stretches, whose sums are computed side by side and
/// added in order.
/// </summary>
internal unsafe struct WeightGradient : IJob
{
    /// <summary>Stretches that the samples are cut into at most.</summary>
    private const int MaxStretches = 16;

    /// <summary>Room for the sums of all stretches, in floats.</summary>
    private const long MaxSums = 1 << 22;

    /// <summary>Places whose products are summed at a time: their gradients stay in the cache.</summary>
    private const int MaxPlaces = 2048;

    private Convolution _convolution;
    private Grid _grid;
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
            WeightGradient job = new() { _convolution = c, _grid = c.InputGrid, _samples = new Split(c.Batch, stretches), _x = px, _dy = py, _sums = scratch.Pointer };
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
        var (stretch, group) = (part / c.Groups, part % c.Groups);
        var sums = _sums + ((nint)stretch * c.OutChannels * c.Window) + ((nint)group * c.GroupOut * c.Window);
        var x = _x + ((nint)group * c.GroupIn * c.InputSize);
        var dy = _dy + ((nint)group * c.GroupOut * c.OutputSize);
        var (start, end) = (_samples.Start(stretch), _samples.Start(stretch + 1));
        if (c.IsPointwise)
        {
            for (var sample = start; sample < end; sample++)
                AddPointwise(x + ((nint)sample * c.InChannels * c.InputSize), dy + ((nint)sample * c.OutChannels * c.OutputSize), sums);
            return;
        }

        var step = _grid.SamplesAtATime(end - start);
        for (var sample = start; sample < end; sample += step)
        {
            var grid = _grid with { Samples = Math.Min(step, end - sample) };
            AddWindows<V>(grid, x + ((nint)sample * c.InChannels * c.InputSize), dy + ((nint)sample * c.OutChannels * c.OutputSize), sums);
        }
    }

    private readonly void AddPointwise(float* x, float* dy, float* sums)
    {
        var c = _convolution;
        Span<float> gradient = new(sums, c.GroupOut * c.Window);
        ReadOnlySpan<float> rows = new(dy, c.GroupOut * c.OutputSize);
        ReadOnlySpan<float> planes = new(x, c.GroupIn * c.InputSize);
        Gemm.Run(false, true, c.GroupOut, c.Window, c.OutputSize, 1, rows, c.OutputSize, planes, c.InputSize, 1, gradient, c.Window);
    }

    /// <summary>Lays some samples out, the gradients with zeros in the gaps, and sums their products.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddWindows<V>(in Grid grid, float* x, float* dy, float* sums)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        Grid gradients = new(c.GroupOut, grid.Samples, Whole(grid.Planes), Whole(grid.Rows), Whole(grid.Columns));
        using var cells = Scratch.Rent(grid.Length);
        using var places = Scratch.Rent(gradients.Length);
        using var offsets = Scratch.Rent(c.Window);
        grid.Fill<V>(x, (nint)c.InChannels * c.InputSize, cells.Pointer);
        gradients.Fill<V>(dy, (nint)c.OutChannels * c.OutputSize, places.Pointer);
        var list = (int*)offsets.Pointer;
        grid.List(Taps.OfInput(c.Planes), Taps.OfInput(c.Rows), Taps.OfInput(c.Columns), list, null);
        var tiles = Split.By(c.GroupOut, DotTile.MaxRows(V.Count));
        for (var start = 0; start < gradients.PhaseStep; start += MaxPlaces)
        {
            for (var tile = 0; tile < tiles.Pieces; tile++)
            {
                var row = tiles.Start(tile);
                DotOperands operands = new()
                {
                    Length = Math.Min(MaxPlaces, gradients.PhaseStep - start),
                    A = places.Pointer + ((nint)row * gradients.PhaseStep) + start,
                    RowStepA = gradients.PhaseStep,
                    B = cells.Pointer + start,
                    RowStepSums = c.Window,
                };
                for (var element = 0; element < c.Window; element += DotTile.Columns)
                {
                    operands.RowsB = list + element;
                    operands.Sums = sums + ((nint)row * c.Window) + element;
                    operands.Columns = Math.Min(DotTile.Columns, c.Window - element);
                    DotTile.Multiply<V>(tiles.Start(tile + 1) - row, &operands);
                }
            }
        }
    }

    /// <summary>The output laid out in the cells of the input, whose places it stands for.</summary>
    private static GridAxis Whole(GridAxis input) => new(input.Outputs, 1, input.Cells, 0, 0);
}
