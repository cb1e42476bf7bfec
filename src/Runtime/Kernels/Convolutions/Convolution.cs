namespace NnGen.Kernels;

/// <summary>
/// The sizes of a convolution, of two dims or of one as the width of a single row. Its input and output change places in a
/// transposed convolution.
/// </summary>
/// <param name="Batch">How many samples there are.</param>
/// <param name="Groups">Into how many parts the channels fall.</param>
/// <param name="InChannels">Channels of the input.</param>
/// <param name="OutChannels">Channels of the output.</param>
/// <param name="Rows">The window along the height.</param>
/// <param name="Columns">The window along the width.</param>
/// <param name="Mode">What stands in the padding.</param>
internal readonly record struct Convolution(
    int Batch, int Groups, int InChannels, int OutChannels, WindowAxis Rows, WindowAxis Columns, PaddingMode Mode)
{
    /// <summary>Room for a tile of columns, in floats: it stays in the second-level cache.</summary>
    private const int MaxTile = 1 << 15;

    /// <summary>Input channels of a group.</summary>
    public int GroupIn => InChannels / Groups;

    /// <summary>Output channels of a group.</summary>
    public int GroupOut => OutChannels / Groups;

    /// <summary>Elements under a window, over the channels of a group: the length of a column.</summary>
    public int Window => GroupIn * Rows.Kernel * Columns.Kernel;

    /// <summary>Elements of an input channel.</summary>
    public int InputPlane => Rows.Input * Columns.Input;

    /// <summary>Elements of an output channel: how many columns there are.</summary>
    public int OutputPlane => Rows.Output * Columns.Output;

    /// <summary>Columns that are written out at a time.</summary>
    public int TileWidth => Math.Clamp(MaxTile / Math.Max(Window, 1) / 16 * 16, 16, Math.Max(OutputPlane, 16));

    /// <summary>Tiles of a sample.</summary>
    public int Tiles => (OutputPlane + TileWidth - 1) / TileWidth;

    /// <summary>Whether each column is an element of each channel, so that the input itself holds the columns.</summary>
    public bool IsPointwise => IsIdentity(Rows) && IsIdentity(Columns);

    /// <summary>A convolution of one dim.</summary>
    /// <param name="x">[N, C, L] or [C, L].</param>
    /// <param name="weight">[O, C/groups, K].</param>
    /// <param name="y">[N, O, L] or [O, L].</param>
    /// <param name="stride">Distance of two windows.</param>
    /// <param name="padding">Padding in front and behind.</param>
    /// <param name="dilation">Distance of two elements of a window.</param>
    /// <param name="groups">Into how many parts the channels fall.</param>
    /// <param name="mode">What stands in the padding.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is too wide for its mode.</exception>
    public static Convolution Of(Shape x, Shape weight, Shape y, int stride, Padding1D padding, int dilation, int groups, PaddingMode mode)
    {
        var columns = Axis(x[^1], y[^1], weight[2], stride, padding.Width, padding.IsSame, dilation);
        return Checked(new Convolution(x.Rank == 3 ? x[0] : 1, groups, x[^2], y[^2], WindowAxis.Single, columns, mode));
    }

    /// <summary>A convolution of two dims.</summary>
    /// <param name="x">[N, C, H, W] or [C, H, W].</param>
    /// <param name="weight">[O, C/groups, Kh, Kw].</param>
    /// <param name="y">[N, O, H, W] or [O, H, W].</param>
    /// <param name="stride">Distance of two windows.</param>
    /// <param name="padding">Padding on each side.</param>
    /// <param name="dilation">Distance of two elements of a window.</param>
    /// <param name="groups">Into how many parts the channels fall.</param>
    /// <param name="mode">What stands in the padding.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is too wide for its mode.</exception>
    public static Convolution Of(Shape x, Shape weight, Shape y, Size2D stride, Padding2D padding, Size2D dilation, int groups, PaddingMode mode)
    {
        var rows = Axis(x[^2], y[^2], weight[2], stride.Height, padding.Height, padding.IsSame, dilation.Height);
        var columns = Axis(x[^1], y[^1], weight[3], stride.Width, padding.Width, padding.IsSame, dilation.Width);
        return Checked(new Convolution(x.Rank == 4 ? x[0] : 1, groups, x[^3], y[^3], rows, columns, mode));
    }

    private static WindowAxis Axis(int input, int output, int kernel, int stride, int padding, bool isSame, int dilation)
    {
        if (isSame && stride != 1)
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        return new WindowAxis(input, output, kernel, stride, isSame ? dilation * (kernel - 1) / 2 : padding, dilation);
    }

    private static Convolution Checked(Convolution convolution)
    {
        if (convolution.Groups < 1)
            throw new ArgumentException($"groups must be a positive integer: {convolution.Groups}");
        convolution.Rows.Validate(convolution.Mode);
        convolution.Columns.Validate(convolution.Mode);
        return convolution;
    }

    private static bool IsIdentity(WindowAxis axis) => axis is { Kernel: 1, Stride: 1, Before: 0 } && axis.Input == axis.Output;
}
