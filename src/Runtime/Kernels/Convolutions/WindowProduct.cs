using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// A weight times what lies under the windows of a grid, panel by panel: each element of the window is a row of the second operand,
/// which the micro-kernel reads in the grid itself. Where much of the grid is gaps, the panel's places are gathered first.
/// </summary>
internal unsafe struct WindowProduct
{
    /// <summary>Floats of a panel that are multiplied at a time: they stay in the cache.</summary>
    private const int MaxBlock = 1 << 14;

    /// <summary>The grid that is read, and its cells.</summary>
    public Grid Grid;
    public float* Cells;

    /// <summary>Where each element of the window is read.</summary>
    public int* Offsets;

    /// <summary>Elements of the window, over all channels.</summary>
    public int Window;

    /// <summary>The weight: a row of <see cref="Window"/> elements for each channel that is written.</summary>
    public float* Weight;
    public int Channels;

    /// <summary>Added to each channel; null: nothing.</summary>
    public float* Bias;

    /// <summary>Zero for a ReLU, else minus infinity.</summary>
    public float Floor;

    /// <summary>Where the places are written, in the first channel of the first sample.</summary>
    public Lattice Lattice;
    public float* Target;
    public bool Accumulate;

    /// <summary>Whether gathering the places costs less than computing those of the gaps.</summary>
    private readonly bool IsPacked
    {
        get
        {
            var wanted = (double)Grid.Samples * Lattice.Count;
            var gathering = 1.5 * (1 + (64.0 / Math.Max(1, Lattice.Columns.Count))) / Channels;
            return Grid.Places > wanted * (1.02 + gathering);
        }
    }

    /// <summary>Computes a share of the panels.</summary>
    /// <param name="share">Which of them.</param>
    /// <param name="shares">Into how many shares they are divided.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Run<V>(int share, int shares)
        where V : struct, IVector<V>
    {
        var isPacked = IsPacked;
        var runs = new PanelRuns(Grid, Lattice, isPacked);
        var panels = Split.By((runs.Columns + V.Count - 1) / V.Count, TileShape.MaxVectors(V.Count));
        var maxWidth = panels.Longest * V.Count;
        var blocks = Split.By(Window, MaxBlock / Math.Max(1, maxWidth));
        var list = stackalloc PanelRun[maxWidth];
        using var sums = Scratch.Rent((long)Channels * maxWidth);
        using var packed = Scratch.Rent(isPacked ? ((blocks.Longest + 1L) * maxWidth) + Grid.MaxOverread : 0);
        var end = (int)((long)panels.Pieces * (share + 1) / shares);
        var panel = (int)((long)panels.Pieces * share / shares);
        for (runs.MoveTo(panels.Start(panel) * V.Count); panel < end; panel++)
        {
            int place = panels.Start(panel) * V.Count, width = (panels.Start(panel + 1) * V.Count) - place;
            var count = runs.Next(width, list);
            if (count == 0)
                continue;
            Fetch(list, count);
            for (var block = 0; block < blocks.Pieces; block++)
            {
                int start = blocks.Start(block), length = blocks.Start(block + 1) - start;
                if (isPacked)
                    Gather<V>(list, count, start, length, width, packed.Pointer);
                Multiply<V>(start, length, width, isPacked ? packed.Pointer : null, place, sums.Pointer);
            }

            Write<V>(list, count, width, sums.Pointer);
        }
    }

    /// <summary>Copies what some elements of the window read at the places of a panel. A run may spill over the next, which is written after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Gather<V>(PanelRun* runs, int count, int start, int length, int width, float* target)
        where V : struct, IVector<V>
    {
        for (var k = 0; k < length; k++, target += width)
        {
            var source = Cells + Offsets[start + k];
            for (var i = 0; i < count; i++)
            {
                var from = source + runs[i].Cell;
                var to = target + runs[i].Column;
                for (var j = 0; j < runs[i].Length; j += V.Count)
                    V.Store(to + j, V.Load(from + j));
            }
        }
    }

    /// <summary>Adds the product over some elements of the window to the sums.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Multiply<V>(int start, int length, int width, float* packed, int place, float* sums)
        where V : struct, IVector<V>
    {
        var zeros = stackalloc float[width];
        TileOperands operands = new()
        {
            K = length,
            RowStep = Window,
            KStep = 1,
            B = packed == null ? Cells + place : packed,
            RowStepB = width,
            RowsB = Offsets + start,
            RowStepInit = start == 0 ? 0 : width,
            Floor = float.NegativeInfinity,
            RowStepC = width,
        };
        var tiles = Split.By(Channels, TileShape.MaxRows);
        for (var tile = 0; tile < tiles.Pieces; tile++)
        {
            var row = tiles.Start(tile);
            operands.A = Weight + ((nint)row * Window) + start;
            operands.C = sums + ((nint)row * width);
            operands.Init = start == 0 ? zeros : operands.C;
            if (packed == null)
                TileShape.MultiplyListed<V>(tiles.Start(tile + 1) - row, width / V.Count, &operands);
            else
                TileShape.Multiply<V>(tiles.Start(tile + 1) - row, width / V.Count, &operands);
        }
    }

    /// <summary>Fetches what is written into the cache while the products are computed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Fetch(PanelRun* runs, int count)
    {
        var (step, channelStep) = (Lattice.Columns.Step, Lattice.ChannelStep);
        var target = Target;
        for (var channel = 0; channel < Channels; channel++, target += channelStep)
        {
            for (var i = 0; i < count; i++)
                Cache.PrefetchToSecondLevel(target + runs[i].Target, runs[i].Length * step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Write<V>(PanelRun* runs, int count, int width, float* sums)
        where V : struct, IVector<V>
    {
        var (step, channelStep) = (Lattice.Columns.Step, Lattice.ChannelStep);
        var target = Target;
        for (var channel = 0; channel < Channels; channel++, sums += width, target += channelStep)
        {
            var bias = Bias == null ? 0f : Bias[channel];
            for (var i = 0; i < count; i++)
            {
                var from = sums + runs[i].Column;
                var to = target + runs[i].Target;
                if (step == 1)
                    WriteRun<V>(from, to, runs[i].Length, bias);
                else
                    WriteApart(from, to, step, runs[i].Length, bias);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void WriteRun<V>(float* from, float* to, int count, float bias)
        where V : struct, IVector<V>
    {
        V b = V.Create(bias), floor = V.Create(Floor);
        for (; count >= V.Count; count -= V.Count, from += V.Count, to += V.Count)
        {
            var value = V.Larger(floor, V.Load(from) + b);
            V.Store(to, Accumulate ? V.Load(to) + value : value);
        }

        if (count > 0)
        {
            var mask = V.FirstLanes(count);
            var value = V.Larger(floor, V.Load(from) + b);
            V.Store(to, mask, Accumulate ? V.Load(to, mask) + value : value);
        }
    }

    private readonly void WriteApart(float* from, float* to, int step, int count, float bias)
    {
        for (var i = 0; i < count; i++, to += step)
        {
            var value = MathF.Max(Floor, from[i] + bias);
            *to = Accumulate ? *to + value : value;
        }
    }
}
