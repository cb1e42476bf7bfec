namespace NnGen.Kernels;

/// <summary>The part of a channel under one window.</summary>
internal readonly struct PoolWindow
{
    private readonly int _rowLength;
    private readonly int _planeLength;
    private readonly (int Start, int End) _planes;
    private readonly (int Start, int End) _rows;
    private readonly (int Start, int End) _columns;

    /// <param name="planes">Elements along the depth, from the first up to, and without, the last.</param>
    /// <param name="rows">Elements along the height.</param>
    /// <param name="columns">Elements along the width.</param>
    /// <param name="height">Height of the input.</param>
    /// <param name="width">Width of the input.</param>
    /// <param name="paddedSize">How many there are, padding included.</param>
    public PoolWindow((int Start, int End) planes, (int Start, int End) rows, (int Start, int End) columns, int height, int width, int paddedSize)
    {
        (_planes, _rows, _columns) = (planes, rows, columns);
        (_rowLength, _planeLength, PaddedSize) = (width, height * width, paddedSize);
    }

    /// <summary>Elements under the window, padding included.</summary>
    public int PaddedSize { get; }

    /// <summary>Elements under the window inside the input, those between its own counted too where it is dilated.</summary>
    public int Size => (_planes.End - _planes.Start) * (_rows.End - _rows.Start) * (_columns.End - _columns.Start);

    /// <summary>The place of the largest element in its channel: the first of equal ones, or the last NaN; 0 where there is none.</summary>
    public unsafe int IndexOfMax(float* x, int planeStep = 1, int rowStep = 1, int columnStep = 1)
    {
        if (Size == 0)
            return 0;
        var found = (_planes.Start * _planeLength) + (_rows.Start * _rowLength) + _columns.Start;
        var largest = float.NegativeInfinity;
        for (var plane = _planes.Start; plane < _planes.End; plane += planeStep)
        {
            for (var row = _rows.Start; row < _rows.End; row += rowStep)
            {
                var start = (plane * _planeLength) + (row * _rowLength);
                for (var column = _columns.Start; column < _columns.End; column += columnStep)
                {
                    var value = x[start + column];
                    if (value > largest || float.IsNaN(value))
                        (found, largest) = (start + column, value);
                }
            }
        }

        return found;
    }

    /// <summary>The sum of what a function makes of the elements.</summary>
    public unsafe double Sum<TFunction>(float* x, TFunction function)
        where TFunction : struct, IPoolFunction
    {
        var sum = 0.0;
        for (var plane = _planes.Start; plane < _planes.End; plane++)
        {
            for (var row = _rows.Start; row < _rows.End; row++)
            {
                var line = x + ((nint)plane * _planeLength) + (row * _rowLength);
                for (var column = _columns.Start; column < _columns.End; column++)
                    sum += function.Value(line[column]);
            }
        }

        return sum;
    }

    /// <summary>Adds to the gradient of each element a factor times the function's derivative.</summary>
    public unsafe void Spread<TFunction>(float* x, float* dx, double factor, TFunction function)
        where TFunction : struct, IPoolFunction
    {
        for (var plane = _planes.Start; plane < _planes.End; plane++)
        {
            for (var row = _rows.Start; row < _rows.End; row++)
            {
                var start = ((nint)plane * _planeLength) + (row * _rowLength);
                for (var column = _columns.Start; column < _columns.End; column++)
                    dx[start + column] += (float)(factor * function.Derivative(x, start + column));
            }
        }
    }
}
