namespace NnGen.Kernels;

/// <summary>Which element of an input each element of a result of another size is: PyTorch's nearest, in its single precision.</summary>
internal readonly struct NearestGrid
{
    private readonly NearestDim _depth;
    private readonly NearestDim _height;
    private readonly NearestDim _width;

    /// <param name="input">Samples, channels, and one to three dims.</param>
    /// <param name="result">The same with other sizes.</param>
    public NearestGrid(Shape input, Shape result)
    {
        _width = new NearestDim(input[^1], result[^1]);
        _height = input.Rank > 3 ? new NearestDim(input[^2], result[^2]) : new NearestDim(1, 1);
        _depth = input.Rank > 4 ? new NearestDim(input[^3], result[^3]) : new NearestDim(1, 1);
        Rows = input[0] * input[1] * _depth.Result * _height.Result;
    }

    /// <summary>Rows of the result.</summary>
    public int Rows { get; }

    /// <summary>Length of a row of the input.</summary>
    public int Width => _width.Source;

    /// <summary>Length of a row of the result.</summary>
    public int ResultWidth => _width.Result;

    /// <summary>Where the input's row begins that a row of the result comes from.</summary>
    public int SourceOf(int row)
    {
        var height = _height.IndexOf(row % _height.Result);
        var depth = _depth.IndexOf(row / _height.Result % _depth.Result);
        var plane = row / _height.Result / _depth.Result;
        return ((((plane * _depth.Source) + depth) * _height.Source) + height) * _width.Source;
    }

    /// <summary>The column of the input that a column of the result comes from.</summary>
    public int ColumnOf(int column) => _width.IndexOf(column);

    /// <param name="Source">Size in the input.</param>
    /// <param name="Result">Size in the result.</param>
    private readonly record struct NearestDim(int Source, int Result)
    {
        private readonly float _step = Result == 0 ? 0 : (float)Source / Result;

        public int IndexOf(int index) => Math.Min((int)MathF.Floor(index * _step), Source - 1);
    }
}
