using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The gradient of a weight, for some samples: products of long rows, the places of a channel of the output and of an element of a window.</summary>
internal unsafe struct WindowGradient : IJob
{
    /// <summary>Places whose products are summed at a time: their gradients stay in the cache.</summary>
    private const int MaxPlaces = 1024;

    /// <summary>The sizes.</summary>
    public Convolution Convolution;

    /// <summary>The samples, cut into stretches.</summary>
    public Split Samples;

    /// <summary>The input and the output's gradient.</summary>
    public float* X;
    public float* Dy;

    /// <summary>The sums of each stretch, in the order of the weight.</summary>
    public float* Sums;

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = Convolution;
        var (stretch, group) = (part / c.Groups, part % c.Groups);
        var sums = Sums + ((nint)stretch * c.OutChannels * c.Window) + ((nint)group * c.GroupOut * c.Window);
        var x = X + ((nint)group * c.GroupIn * c.InputSize);
        var dy = Dy + ((nint)group * c.GroupOut * c.OutputSize);
        var (start, end) = (Samples.Start(stretch), Samples.Start(stretch + 1));
        if (c.IsPointwise)
        {
            for (var sample = start; sample < end; sample++)
                AddPointwise(x + ((nint)sample * c.InChannels * c.InputSize), dy + ((nint)sample * c.OutChannels * c.OutputSize), sums);
            return;
        }

        var whole = c.InputGrid;
        var step = whole.SamplesAtATime(end - start);
        for (var sample = start; sample < end; sample += step)
        {
            var grid = whole with { Samples = Math.Min(step, end - sample) };
            AddWindows<V>(grid, x + ((nint)sample * c.InChannels * c.InputSize), dy + ((nint)sample * c.OutChannels * c.OutputSize), sums);
        }
    }

    private readonly void AddPointwise(float* x, float* dy, float* sums)
    {
        var c = Convolution;
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
        var c = Convolution;
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
