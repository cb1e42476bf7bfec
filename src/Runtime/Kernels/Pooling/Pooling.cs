namespace NnGen.Kernels;

/// <summary>The sizes of a pooling over planes.</summary>
/// <param name="Planes">How many there are: samples times channels.</param>
/// <param name="Rows">The window along the height.</param>
/// <param name="Columns">The window along the width.</param>
internal readonly record struct Pooling(int Planes, WindowAxis Rows, WindowAxis Columns)
{
    /// <summary>Elements of an input plane.</summary>
    public int InputPlane => Rows.Input * Columns.Input;

    /// <summary>Elements of an output plane.</summary>
    public int OutputPlane => Rows.Output * Columns.Output;

    /// <param name="x">[N, C, H, W] or [C, H, W].</param>
    /// <param name="y">The result's shape.</param>
    /// <param name="kernel">Size of the window.</param>
    /// <param name="stride">Distance of two windows; null: the size of the window.</param>
    /// <param name="padding">Padding on each side.</param>
    /// <param name="dilation">Distance of two elements of a window.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    public static Pooling Of(Shape x, Shape y, Size2D kernel, Size2D? stride, Padding2D padding, Size2D dilation)
    {
        if (padding.IsSame)
            throw new ArgumentException("pooling takes padding as numbers only");
        var step = stride ?? kernel;
        return new Pooling(
            x[^3] * (x.Rank == 4 ? x[0] : 1),
            Axis(x[^2], y[^2], kernel.Height, step.Height, padding.Height, dilation.Height),
            Axis(x[^1], y[^1], kernel.Width, step.Width, padding.Width, dilation.Width));
    }

    private static WindowAxis Axis(int input, int output, int kernel, int stride, int padding, int dilation)
    {
        if (kernel < 1)
            throw new ArgumentException($"kernel size should be greater than zero, but got {kernel}");
        if (padding > ((dilation * (kernel - 1)) + 1) / 2)
            throw new ArgumentException($"pad should be at most half of effective kernel size, but got pad={padding}, kernel_size={kernel} and dilation={dilation}");
        var axis = new WindowAxis(input, output, kernel, stride, padding, dilation);
        axis.Validate(PaddingMode.Zeros);
        return axis;
    }
}
