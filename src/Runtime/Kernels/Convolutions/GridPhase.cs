using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The elements of images that a <see cref="Grid"/> holds in one phase: every so-manieth, or all. Where columns have two phases, both.</summary>
internal readonly unsafe struct GridPhase
{
    /// <summary>Phases of columns that are filled together.</summary>
    public const int Pair = 2;

    /// <summary>How far ahead images are fetched into the cache: a page, beyond which the processor does not look by itself.</summary>
    private const int Ahead = 1024;

    private readonly int _start;
    private readonly int _step;
    private readonly int _planes;
    private readonly int _planeStep;
    private readonly int _planeCells;
    private readonly int _gap;
    private readonly int _rows;
    private readonly int _rowStep;
    private readonly int _rowCells;
    private readonly int _rowGap;
    private readonly int _columns;
    private readonly int _phaseStep;

    /// <param name="grid">The grid.</param>
    /// <param name="phase">Which of its phases; of two that are filled together, the first.</param>
    public GridPhase(in Grid grid, int phase)
    {
        var (planes, rows, columns) = (grid.Planes, grid.Rows, grid.Columns);
        var (line, phaseC) = (phase / columns.Phases, phase % columns.Phases);
        var (phaseP, phaseR) = (line / rows.Phases, line % rows.Phases);
        _step = columns.Phases;
        (_planes, _rows) = (planes.Elements(phaseP), rows.Elements(phaseR));
        _columns = _step == Pair ? columns.Size : columns.Elements(phaseC);
        _phaseStep = grid.PhaseStep;
        _start = (((phaseP * rows.Size) + phaseR) * columns.Size) + phaseC;
        _planeStep = planes.Phases * rows.Size * columns.Size;
        _rowStep = rows.Phases * columns.Size;
        _rowCells = columns.Cells;
        _planeCells = grid.PlaneStep;
        _rowGap = _planeCells - (_rows * _rowCells);
        _gap = (planes.Cells - _planes) * _planeCells;
    }

    /// <summary>Lays an image out, with zeros in the gaps. What spills over is written afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill<V>(float* image, float* target)
        where V : struct, IVector<V>
    {
        var (step, columns, cells) = (_step, _columns, _rowCells);
        image += _start;
        for (var plane = 0; plane < _planes; plane++, image += _planeStep)
        {
            var source = image;
            for (var row = 0; row < _rows; row++, target += cells, source += _rowStep)
            {
                Cache.Prefetch(source + Ahead, columns);
                if (step == 1)
                    Copy<V>(source, columns, target, cells);
                else if (step == Pair)
                    Split<V>(source, columns, target, target + _phaseStep, cells);
                else
                    Copy(source, step, columns, target, cells);
            }

            Clear<V>(target, _rowGap);
            if (step == Pair)
                Clear<V>(target + _phaseStep, _rowGap);
            target += _rowGap;
        }

        Clear<V>(target, _gap);
        if (step == Pair)
            Clear<V>(target + _phaseStep, _gap);
    }

    /// <summary>A row and the zeros behind it. What spills over is written afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<V>(float* source, int count, float* target, int cells)
        where V : struct, IVector<V>
    {
        var i = 0;
        for (; i <= count - V.Count; i += V.Count)
            V.Store(target + i, V.Load(source + i));
        if (i < count)
        {
            V.Store(target + i, V.Load(source + i, V.FirstLanes(count - i)));
            i += V.Count;
        }

        for (; i < cells; i += V.Count)
            V.Store(target + i, V.Zero);
    }

    /// <summary>The same for elements at even and at odd places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split<V>(float* source, int count, float* evens, float* odds, int cells)
        where V : struct, IVector<V>
    {
        for (var i = 0; i < cells; i += V.Count, source += 2 * V.Count, count -= 2 * V.Count)
        {
            V low = V.Zero, high = V.Zero;
            if (count >= 2 * V.Count)
                (low, high) = (V.Load(source), V.Load(source + V.Count));
            else if (count > 0)
                (low, high) = (V.Load(source, V.FirstLanes(count)), V.Load(source + V.Count, V.FirstLanes(count - V.Count)));
            V.Store(evens + i, V.Evens(low, high));
            V.Store(odds + i, V.Odds(low, high));
        }
    }

    /// <summary>The same without zeros behind, and nothing else is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SplitInside<V>(float* source, int count, float* evens, float* odds)
        where V : struct, IVector<V>
    {
        for (; count >= 2 * V.Count; count -= 2 * V.Count, source += 2 * V.Count, evens += V.Count, odds += V.Count)
        {
            V low = V.Load(source), high = V.Load(source + V.Count);
            V.Store(evens, V.Evens(low, high));
            V.Store(odds, V.Odds(low, high));
        }

        if (count > 0)
        {
            V low = V.Load(source, V.FirstLanes(count)), high = V.Load(source + V.Count, V.FirstLanes(count - V.Count));
            V.Store(evens, V.FirstLanes((count + 1) / 2), V.Evens(low, high));
            V.Store(odds, V.FirstLanes(count / 2), V.Odds(low, high));
        }
    }

    /// <summary>The same for elements that lie apart.</summary>
    public static void Copy(float* source, int step, int count, float* target, int cells)
    {
        for (var i = 0; i < count; i++)
            target[i] = source[(nint)i * step];
        for (var i = count; i < cells; i++)
            target[i] = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Clear<V>(float* target, int count)
        where V : struct, IVector<V>
    {
        for (var i = 0; i < count; i += V.Count)
            V.Store(target + i, V.Zero);
    }
}
