using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The gradient of a depthwise convolution's weight, for some samples: an element of it is the product of a channel of the output's
/// gradient and of what the element reads of the input.
/// </summary>
internal unsafe struct DepthwiseGradient : IJob
{
    /// <summary>Elements that are computed at a time: the gradient is read once for them.</summary>
    private const int Block = 5;

    /// <summary>The sizes.</summary>
    public Convolution Convolution;

    /// <summary>The samples, cut into stretches.</summary>
    public Split Samples;

    /// <summary>The input and the output's gradient.</summary>
    public float* X;
    public float* Dy;

    /// <summary>The sums of each stretch, in the order of the weight.</summary>
    public float* Sums;

    /// <summary>How many parts there are: neighbouring channels of a stretch are one, as they lie in memory.</summary>
    public readonly int Parts => Samples.Pieces * Channels.Pieces;

    private readonly Split Channels => Split.By(Convolution.Groups, 16);

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = Convolution;
        var channels = Channels;
        var (stretch, piece) = (part / channels.Pieces, part % channels.Pieces);
        var grid = c.InputGrid;
        grid = grid with { Columns = grid.Columns.WithAlignedCells() };
        var (planeStep, rowStep) = (grid.PlaneStep, grid.Columns.Cells);
        using var cells = Scratch.Rent(grid.Length);
        new Span<float>(cells.Pointer, (int)grid.Length).Clear();
        using var lists = Scratch.Rent(c.Kernel);
        var offsets = (int*)lists.Pointer;
        grid.List(Taps.OfInput(c.Planes), Taps.OfInput(c.Rows), Taps.OfInput(c.Columns), offsets, null);
        for (var sample = Samples.Start(stretch); sample < Samples.Start(stretch + 1); sample++)
        {
            for (var channel = channels.Start(piece); channel < channels.Start(piece + 1); channel++)
            {
                var image = ((nint)sample * c.Groups) + channel;
                var sums = Sums + ((((nint)stretch * c.Groups) + channel) * c.Kernel);
                grid.Replace<V>(X + (image * c.InputSize), cells.Pointer);
                for (var plane = 0; plane < c.Planes.Output; plane++)
                {
                    var dy = Dy + (((image * c.Planes.Output) + plane) * c.Rows.Output * c.Columns.Output);
                    for (var element = 0; element < c.Kernel; element += Block)
                        AddProducts<V>(cells.Pointer + ((nint)plane * planeStep), rowStep, offsets + element, dy, sums + element, Math.Min(Block, c.Kernel - element));
                }
            }
        }
    }

    /// <summary>Adds the products of some elements; of fewer than a block the first stands for those that are missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void AddProducts<V>(float* cells, nint rowStep, int* offsets, float* dy, float* sums, int count)
        where V : struct, IVector<V>
    {
        float* first = cells + offsets[0], second = cells + offsets[count > 1 ? 1 : 0], third = cells + offsets[count > 2 ? 2 : 0];
        float* fourth = cells + offsets[count > 3 ? 3 : 0], fifth = cells + offsets[count > 4 ? 4 : 0];
        V s0 = V.Zero, s1 = V.Zero, s2 = V.Zero, s3 = V.Zero, s4 = V.Zero;
        int rows = Convolution.Rows.Output, columns = Convolution.Columns.Output, whole = columns / V.Count * V.Count;
        var last = V.FirstLanes(columns - whole);
        for (nint row = 0; row < rows; row++, dy += columns)
        {
            var at = row * rowStep;
            for (var j = 0; j < whole; j += V.Count)
            {
                var gradient = V.Load(dy + j);
                s0 = V.MultiplyAdd(gradient, V.Load(first + at + j), s0);
                s1 = V.MultiplyAdd(gradient, V.Load(second + at + j), s1);
                s2 = V.MultiplyAdd(gradient, V.Load(third + at + j), s2);
                s3 = V.MultiplyAdd(gradient, V.Load(fourth + at + j), s3);
                s4 = V.MultiplyAdd(gradient, V.Load(fifth + at + j), s4);
            }

            if (whole < columns)
            {
                var gradient = V.Load(dy + whole, last);
                s0 = V.MultiplyAdd(gradient, V.Load(first + at + whole, last), s0);
                s1 = V.MultiplyAdd(gradient, V.Load(second + at + whole, last), s1);
                s2 = V.MultiplyAdd(gradient, V.Load(third + at + whole, last), s2);
                s3 = V.MultiplyAdd(gradient, V.Load(fourth + at + whole, last), s3);
                s4 = V.MultiplyAdd(gradient, V.Load(fifth + at + whole, last), s4);
            }
        }

        sums[0] += V.Sum(s0);
        if (count > 1) sums[1] += V.Sum(s1);
        if (count > 2) sums[2] += V.Sum(s2);
        if (count > 3) sums[3] += V.Sum(s3);
        if (count > 4) sums[4] += V.Sum(s4);
    }
}
