namespace NnGen.Kernels;

/// <summary>The sizes of a pooling of three dims; of fewer, as one whose first dims have a single element.</summary>
/// <param name="Channels">How many there are, over all samples.</param>
/// <param name="Planes">The windows along the depth.</param>
/// <param name="Rows">The windows along the height.</param>
/// <param name="Columns">The windows along the width.</param>
internal readonly record struct Pooling(int Channels, PoolAxis Planes, PoolAxis Rows, PoolAxis Columns)
{
    /// <summary>Elements of an input channel.</summary>
    public int InputSize => Planes.Input * Rows.Input * Columns.Input;

    /// <summary>Elements of an output channel.</summary>
    public int OutputSize => Planes.Output * Rows.Output * Columns.Output;

    /// <summary>Windows that slide.</summary>
    /// <param name="dims">How many dims are pooled: the last ones.</param>
    /// <param name="x">The input's shape.</param>
    /// <param name="y">The result's shape.</param>
    /// <param name="kernel">Size of the window.</param>
    /// <param name="stride">Distance of two windows; null: the size of the window.</param>
    /// <param name="padding">Padding on each side.</param>
    /// <param name="dilation">Distance of two elements of a window.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    public static Pooling Of(int dims, Shape x, Shape y, Size3D kernel, Size3D? stride, Padding3D padding, Size3D dilation)
    {
        if (padding.IsSame)
            throw new ArgumentException("pooling takes padding as numbers only");
        var step = stride ?? kernel;
        return new Pooling(
            Leading(dims, x),
            dims > 2 ? PoolAxis.Sliding(x[^3], y[^3], kernel.Depth, step.Depth, padding.Depth, dilation.Depth) : PoolAxis.Single,
            dims > 1 ? PoolAxis.Sliding(x[^2], y[^2], kernel.Height, step.Height, padding.Height, dilation.Height) : PoolAxis.Single,
            PoolAxis.Sliding(x[^1], y[^1], kernel.Width, step.Width, padding.Width, dilation.Width));
    }

    /// <summary>Windows that divide the input evenly.</summary>
    public static Pooling Adaptive(int dims, Shape x, Shape y) => new(
        Leading(dims, x),
        dims > 2 ? PoolAxis.Adaptive(x[^3], y[^3]) : PoolAxis.Single,
        dims > 1 ? PoolAxis.Adaptive(x[^2], y[^2]) : PoolAxis.Single,
        PoolAxis.Adaptive(x[^1], y[^1]));

    /// <summary>Goes through the windows of a channel.</summary>
    public void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IPoolVisitor
    {
        var index = 0;
        for (var plane = 0; plane < Planes.Output; plane++)
        {
            var (front, back, depth) = Planes.Range(plane);
            for (var row = 0; row < Rows.Output; row++)
            {
                var (top, bottom, height) = Rows.Range(row);
                for (var column = 0; column < Columns.Output; column++, index++)
                {
                    var (left, right, width) = Columns.Range(column);
                    visitor.Visit(index, new PoolWindow((front, back), (top, bottom), (left, right), Rows.Input, Columns.Input, depth * height * width));
                }
            }
        }
    }

    /// <summary>Product of the dims in front of the last ones.</summary>
    public static int Leading(int dims, Shape x)
    {
        var product = 1;
        for (var d = 0; d < x.Rank - dims; d++)
            product *= x[d];
        return product;
    }

    /// <summary>Product of the last dims.</summary>
    public static int Trailing(int dims, Shape x)
    {
        var product = 1;
        for (var d = x.Rank - dims; d < x.Rank; d++)
            product *= x[d];
        return product;
    }
}
