namespace NnGen.Kernels;

/// <summary>The part of a channel under one window.</summary>
internal readonly struct PoolWindow
{
    private readonly int _rowLength;
    private readonly int _planeLength;
    private readonly (int Start, int End) _planes;
    private readonly (int Start, int End) _rows;
    private readonly (int Start, int End) _columns;

    /// <param name="pooling">The sizes.</param>
    /// <param name="plane">Number of the window along the depth.</param>
    /// <param name="row">Number along the height.</param>
    /// <param name="column">Number along the width.</param>
    public PoolWindow(in Pooling pooling, int plane, int row, int column)
    {
        var (front, back, depth) = pooling.Planes.Range(plane);
        var (top, bottom, height) = pooling.Rows.Range(row);
        var (left, right, width) = pooling.Columns.Range(column);
        (_planes, _rows, _columns) = ((front, back), (top, bottom), (left, right));
        (_rowLength, _planeLength) = (pooling.Columns.Input, pooling.Rows.Input * pooling.Columns.Input);
        PaddedSize = depth * height * width;
    }

    /// <summary>Elements under the window, padding included.</summary>
    public int PaddedSize { get; }

    /// <summary>Elements under the window inside the input; for windows without dilation.</summary>
    public int Size => (_planes.End - _planes.Start) * (_rows.End - _rows.Start) * (_columns.End - _columns.Start);

    /// <summary>The place of the largest element in its channel: the first of equal ones, or the last NaN.</summary>
    public unsafe int IndexOfMax(float* x, in Pooling pooling)
    {
        var found = (_planes.Start * _planeLength) + (_rows.Start * _rowLength) + _columns.Start;
        var largest = float.NegativeInfinity;
        for (var plane = _planes.Start; plane < _planes.End; plane += pooling.Planes.Step)
        {
            for (var row = _rows.Start; row < _rows.End; row += pooling.Rows.Step)
            {
                var start = (plane * _planeLength) + (row * _rowLength);
                for (var column = _columns.Start; column < _columns.End; column += pooling.Columns.Step)
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
