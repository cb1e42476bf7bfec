using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Images laid out so that what all windows read at one of their elements is one stretch of memory: channel by channel, the samples
/// behind each other, zeros for the padding between rows, planes and samples. Where windows lie a stride apart, the elements that
/// they can read together lie together. A window is named by the cell of its place; the cells of the gaps are places that nobody
/// asks for.
/// </summary>
/// <param name="Channels">How many channels there are.</param>
/// <param name="Samples">How many samples there are.</param>
/// <param name="Planes">The depth.</param>
/// <param name="Rows">The height.</param>
/// <param name="Columns">The width.</param>
internal readonly unsafe record struct Grid(int Channels, int Samples, GridAxis Planes, GridAxis Rows, GridAxis Columns)
{
    /// <summary>Floats that may be read beyond the last place: a panel of columns.</summary>
    public const int MaxOverread = 128;

    private const int Alignment = 16;

    /// <summary>Samples that are worth laying out together: enough places to be computed at a time, few enough for the cache.</summary>
    private const int MaxPlaces = 2048;
    private const int MaxCells = 1 << 17;

    /// <summary>Cells of a plane.</summary>
    public int PlaneStep => Rows.Cells * Columns.Cells;

    /// <summary>Cells of a sample.</summary>
    public int SampleStep => Planes.Cells * PlaneStep;

    /// <summary>Cells of all samples of a channel: places, those in the gaps too.</summary>
    public int Places => Samples * SampleStep;

    /// <summary>Cells of a phase of a channel, of which the last are unused; where two phases are written at once, they take what spills over.</summary>
    public int PhaseStep => Align(Columns.Phases == GridPhase.Pair ? Places + Alignment - 1 : Places);

    /// <summary>Floats of all channels, with what may be read around them.</summary>
    public long Length => Lead + ((long)Channels * Phases * PhaseStep) + Math.Max(0, Offset(Planes.High, Rows.High, Columns.High)) + MaxOverread;

    private int Phases => Planes.Phases * Rows.Phases * Columns.Phases;

    /// <summary>Zeros in front of the first channel.</summary>
    private int Lead => Align(Math.Max(0, -Offset(Planes.Low, Rows.Low, Columns.Low)));

    /// <summary>How many of the samples are laid out at a time. It does not depend on the number of threads.</summary>
    public int SamplesAtATime(int batch)
        => (int)Math.Clamp(Math.Min(MaxPlaces / Math.Max(1, SampleStep), MaxCells / Math.Max(1L, (long)Channels * Phases * SampleStep)), 1, Math.Max(1, batch));

    /// <summary>Lists for each channel and each element of the window where place 0 reads it, in the order of a weight.</summary>
    /// <param name="planes">The window along the depth.</param>
    /// <param name="rows">Along the height.</param>
    /// <param name="columns">Along the width.</param>
    /// <param name="offsets">Where in the grid they are read, the elements of a window for each channel.</param>
    /// <param name="elements">Which element of the window the offsets of a channel stand for; null: not asked for.</param>
    /// <returns>How many elements of a window are read.</returns>
    public int List(Taps planes, Taps rows, Taps columns, int* offsets, int* elements)
    {
        var count = 0;
        for (var element = 0; element < planes.Axis.Kernel * rows.Axis.Kernel * columns.Axis.Kernel; element++)
        {
            var (row, column) = (element / columns.Axis.Kernel, element % columns.Axis.Kernel);
            if (!planes.TryGet(row / rows.Axis.Kernel, out var phaseP, out var p) || !rows.TryGet(row % rows.Axis.Kernel, out var phaseR, out var r)
                || !columns.TryGet(column, out var phaseC, out var c))
                continue;
            if (elements != null)
                elements[count] = element;
            offsets[count++] = Lead + (((((phaseP * Rows.Phases) + phaseR) * Columns.Phases) + phaseC) * PhaseStep) + Offset(p, r, c);
        }

        var channelStep = Phases * PhaseStep;
        for (var i = count; i < Channels * count; i++)
            offsets[i] = offsets[i - count] + channelStep;
        return count;
    }

    /// <summary>Lays images out.</summary>
    /// <param name="images">The first channel of the first sample.</param>
    /// <param name="sampleStep">Distance of two samples.</param>
    /// <param name="target">The grid, <see cref="Length"/> floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill<V>(float* images, nint sampleStep, float* target)
        where V : struct, IVector<V>
    {
        // The sizes are computed from others each time they are asked for.
        int phases = Phases, places = Places, phaseStep = PhaseStep, sampleStepCells = SampleStep, imageSize = Planes.Size * Rows.Size * Columns.Size;
        var together = Columns.Phases == GridPhase.Pair ? GridPhase.Pair : 1;
        Clear(target, Lead);
        var phase = target + Lead;
        for (var channel = 0; channel < Channels; channel++, images += imageSize)
        {
            for (var i = 0; i < phases; i += together)
            {
                GridPhase part = new(this, i);
                for (var sample = 0; sample < Samples; sample++)
                    part.Fill<V>(images + (sample * sampleStep), phase + ((nint)sample * sampleStepCells));
                for (var j = 0; j < together; j++, phase += phaseStep)
                    Clear(phase + places, phaseStep - places);
            }
        }

        Clear(phase, (int)(target + Length - phase));
    }

    /// <summary>Lays an image of one channel out in cells that are zero wherever no image lies.</summary>
    /// <param name="image">The image.</param>
    /// <param name="target">The grid, <see cref="Length"/> floats.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Replace<V>(float* image, float* target)
        where V : struct, IVector<V>
    {
        int rowCells = Columns.Cells, planeCells = PlaneStep, phaseCells = PhaseStep, phases = Phases;
        int together = Columns.Phases == GridPhase.Pair ? GridPhase.Pair : 1, rowStep = Rows.Phases * Columns.Size;
        target += Lead;
        for (var phase = 0; phase < phases; phase += together, target += (nint)together * phaseCells)
        {
            var (phaseP, phaseR, phaseC) = (phase / Columns.Phases / Rows.Phases, phase / Columns.Phases % Rows.Phases, phase % Columns.Phases);
            var (planes, rows, columns) = (Planes.Elements(phaseP), Rows.Elements(phaseR), Columns.Elements(phaseC));
            for (var plane = 0; plane < planes; plane++)
            {
                var source = image + ((((nint)((plane * Planes.Phases) + phaseP) * Rows.Size) + phaseR) * Columns.Size) + phaseC;
                var to = target + ((nint)plane * planeCells);
                for (var row = 0; row < rows; row++, to += rowCells, source += rowStep)
                {
                    if (Columns.Phases == 1)
                        CopyRow<V>(source, columns, to);
                    else if (together == GridPhase.Pair)
                        GridPhase.SplitInside<V>(source, Columns.Size, to, to + phaseCells);
                    else
                        GridPhase.Copy(source, Columns.Phases, columns, to, columns);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRow<V>(float* source, int count, float* target)
        where V : struct, IVector<V>
    {
        for (; count >= V.Count; count -= V.Count, source += V.Count, target += V.Count)
            V.Store(target, V.Load(source));
        if (count > 0)
        {
            var mask = V.FirstLanes(count);
            V.Store(target, mask, V.Load(source, mask));
        }
    }

    private static void Clear(float* target, int count) => new Span<float>(target, count).Clear();

    private static int Align(int count) => (count + Alignment - 1) / Alignment * Alignment;

    private int Offset(int plane, int row, int column) => (plane * PlaneStep) + (row * Columns.Cells) + column;
}
