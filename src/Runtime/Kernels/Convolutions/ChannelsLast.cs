using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// A group of an input in stretches of channels, as many as a tile of a product has columns: those of an element lie beside each other, zeros
/// stand for the padding. What an element of a window reads at any place is the same distance away.
/// </summary>
internal readonly unsafe struct ChannelsLast
{
    /// <summary>Floats that are worth laying out at a time, few enough for the cache, unless that gives less than so many places.</summary>
    private const int MaxLength = 1 << 16;
    private const int MinPlaces = 512;

    private readonly Convolution _convolution;
    private readonly int _lanes;

    /// <param name="convolution">The sizes.</param>
    /// <param name="lanes">Elements of a vector.</param>
    /// <param name="samples">How many samples there are.</param>
    public ChannelsLast(in Convolution convolution, int lanes, int samples)
    {
        (_convolution, _lanes) = (convolution, lanes);
        Stretches = Split.By((convolution.GroupIn + lanes - 1) / lanes, TileShape.MaxVectors(lanes));
        int wanted = Math.Max(MaxLength / Math.Max(1, SampleLength), MinPlaces / Math.Max(1, convolution.OutputSize));
        Samples = Math.Clamp(wanted, 1, Math.Max(1, samples));
    }

    /// <summary>The channels in vectors, cut into stretches.</summary>
    public Split Stretches { get; }

    /// <summary>How many samples are laid out at a time. It does not depend on the number of threads.</summary>
    public int Samples { get; }

    /// <summary>Channels, with zeros up to a whole vector.</summary>
    public int Channels => Stretches.Length * _lanes;

    /// <summary>Floats of all stretches.</summary>
    public int Length => Stretches.Pieces * StretchLength;

    /// <summary>Floats of a stretch.</summary>
    public int StretchLength => Samples * SampleStep;

    private int Width => Stretches.Longest * _lanes;

    private int RowStep => Cells(_convolution.Columns) * Width;

    private int PlaneStep => Cells(_convolution.Rows) * RowStep;

    private int SampleStep => Cells(_convolution.Planes) * PlaneStep;

    private int SampleLength => SampleStep * Stretches.Pieces;

    /// <summary>Lists where in a stretch the windows begin, place by place, sample by sample.</summary>
    public void ListPlaces(int* offsets)
    {
        var (planes, rows, columns) = (_convolution.Planes, _convolution.Rows, _convolution.Columns);
        for (int sample = 0; sample < Samples; sample++)
        {
            for (int plane = 0; plane < planes.Output; plane++)
            {
                for (int row = 0; row < rows.Output; row++)
                {
                    int start = (sample * SampleStep) + (plane * planes.Stride * PlaneStep) + (row * rows.Stride * RowStep);
                    for (int column = 0; column < columns.Output; column++)
                        *offsets++ = start + (column * columns.Stride * Width);
                }
            }
        }
    }

    /// <summary>Where an element of a window lies, seen from where the window begins.</summary>
    public int Offset(int element)
    {
        var (planes, rows, columns) = (_convolution.Planes, _convolution.Rows, _convolution.Columns);
        var (line, column) = (element / columns.Kernel, element % columns.Kernel);
        var (plane, row) = (line / rows.Kernel, line % rows.Kernel);
        return (plane * planes.Dilation * PlaneStep) + (row * rows.Dilation * RowStep) + (column * columns.Dilation * Width);
    }

    /// <summary>Lays samples out in memory that was zero, or held others.</summary>
    /// <param name="images">The first channel of the first sample.</param>
    /// <param name="samples">How many samples.</param>
    /// <param name="target">Where.</param>
    public void Fill<V>(float* images, int samples, float* target)
        where V : struct, IVector<V>
    {
        var (planes, rows, columns) = (_convolution.Planes, _convolution.Rows, _convolution.Columns);
        int planeCount = Inside(planes), rowCount = Inside(rows), columnCount = Inside(columns);
        using var rest = Scratch.Rent(_lanes * columnCount);
        rest.Span(_lanes * columnCount).Clear();
        for (int sample = 0; sample < samples; sample++)
        {
            float* image = images + ((nint)sample * _convolution.InChannels * _convolution.InputSize);
            for (int plane = 0; plane < planeCount; plane++)
            {
                for (int row = 0; row < rowCount; row++)
                {
                    float* source = image + ((((nint)plane * rows.Input) + row) * columns.Input);
                    int cell = (sample * SampleStep) + ((plane + planes.Before) * PlaneStep) + ((row + rows.Before) * RowStep) + (columns.Before * Width);
                    FillRow<V>(source, columnCount, target + cell, rest.Pointer);
                }
            }
        }
    }

    /// <summary>The cells that windows read along a dim, from the padding in front on.</summary>
    private static int Cells(WindowAxis axis) => Math.Max(0, ((axis.Output - 1) * axis.Stride) + ((axis.Kernel - 1) * axis.Dilation) + 1);

    /// <summary>Elements of the input that they read.</summary>
    private static int Inside(WindowAxis axis) => Math.Clamp(Cells(axis) - axis.Before, 0, axis.Input);

    /// <param name="source">A row of the first channel.</param>
    /// <param name="count">Elements of it that are read.</param>
    /// <param name="target">Where they are written in the first stretch.</param>
    /// <param name="rest">Room for the channels that make no whole vector, with zeros behind them.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FillRow<V>(float* source, int count, float* target, float* rest)
        where V : struct, IVector<V>
    {
        int size = _convolution.InputSize, width = Width;
        for (int stretch = 0; stretch < Stretches.Pieces; stretch++, target += StretchLength)
        {
            int first = Stretches.Start(stretch);
            for (int vector = first; vector < Stretches.Start(stretch + 1); vector++)
            {
                int channel = vector * V.Count, channels = Math.Min(V.Count, _convolution.GroupIn - channel);
                float* rows = source + ((nint)channel * size);
                nint step = size;
                if (channels < V.Count)
                {
                    for (int i = 0; i < channels; i++)
                        new ReadOnlySpan<float>(rows + (i * step), count).CopyTo(new Span<float>(rest + (i * count), count));
                    rows = rest;
                    step = count;
                }

                Transposition.Run<V>(rows, step, count, target + ((vector - first) * V.Count), width);
            }
        }
    }
}
