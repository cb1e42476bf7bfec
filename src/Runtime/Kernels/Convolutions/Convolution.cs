namespace NnGen.Kernels;

/// <summary>
/// The sizes of a convolution of three dims; of fewer, as one whose first dims have a single element. Its input and output change
/// places in a transposed convolution.
/// </summary>
/// <param name="Batch">How many samples there are.</param>
/// <param name="Groups">Into how many parts the channels fall.</param>
/// <param name="InChannels">Channels of the input.</param>
/// <param name="OutChannels">Channels of the output.</param>
/// <param name="Planes">The window along the depth.</param>
/// <param name="Rows">The window along the height.</param>
/// <param name="Columns">The window along the width.</param>
/// <param name="Mode">What stands in the padding.</param>
internal readonly record struct Convolution(
    int Batch, int Groups, int InChannels, int OutChannels, WindowAxis Planes, WindowAxis Rows, WindowAxis Columns, PaddingMode Mode)
{
    /// <summary>Places from which a matrix product over one sample pays.</summary>
    private const int MinPointwise = 128;

    /// <summary>Input channels of a group.</summary>
    public int GroupIn => InChannels / Groups;

    /// <summary>Output channels of a group.</summary>
    public int GroupOut => OutChannels / Groups;

    /// <summary>Elements of a window in one channel.</summary>
    public int Kernel => Planes.Kernel * Rows.Kernel * Columns.Kernel;

    /// <summary>Elements under a window, over the channels of a group: the length of a column.</summary>
    public int Window => GroupIn * Kernel;

    /// <summary>Elements of an input channel.</summary>
    public int InputSize => Planes.Input * Rows.Input * Columns.Input;

    /// <summary>Elements of an output channel: how many columns there are.</summary>
    public int OutputSize => Planes.Output * Rows.Output * Columns.Output;

    /// <summary>Whether each output element reads one element of each channel, and there are enough of them for a matrix product.</summary>
    public bool IsPointwise => OutputSize >= MinPointwise && IsIdentity(Planes) && IsIdentity(Rows) && IsIdentity(Columns);

    /// <summary>Whether each channel has a window of its own.</summary>
    public bool IsDepthwise => GroupIn == 1 && GroupOut == 1;

    /// <summary>How the input of a group is laid out.</summary>
    public Grid InputGrid => new(GroupIn, 1, GridAxis.OfInput(Planes), GridAxis.OfInput(Rows), GridAxis.OfInput(Columns));

    /// <summary>How the gradient of a group's output is laid out.</summary>
    public Grid OutputGrid => new(GroupOut, 1, GridAxis.OfOutput(Planes), GridAxis.OfOutput(Rows), GridAxis.OfOutput(Columns));

    /// <summary>Where the output is written.</summary>
    public Lattice Output => new(LatticeAxis.OfOutput(Planes), LatticeAxis.OfOutput(Rows), LatticeAxis.OfOutput(Columns), (nint)OutChannels * OutputSize);

    /// <summary>Elements of the input that differ modulo the stride.</summary>
    public int Places => Planes.Stride * Rows.Stride * Columns.Stride;

    /// <summary>Where the elements of the input with one place modulo the stride are written.</summary>
    public Lattice Input(int place)
    {
        var (plane, row, column) = Split(place);
        return new(LatticeAxis.OfInput(Planes, plane), LatticeAxis.OfInput(Rows, row), LatticeAxis.OfInput(Columns, column), (nint)InChannels * InputSize);
    }

    /// <summary>What they read of the output.</summary>
    public (Taps Planes, Taps Rows, Taps Columns) Taps(int place)
    {
        var (plane, row, column) = Split(place);
        return (new Taps(Planes, plane), new Taps(Rows, row), new Taps(Columns, column));
    }

    /// <summary>The convolution of some shapes.</summary>
    /// <param name="x">Input: channels and one to three dims, with or without samples in front.</param>
    /// <param name="weight">[O, C/groups, *kernel].</param>
    /// <param name="y">The output's shape.</param>
    /// <param name="stride">Distance of two windows.</param>
    /// <param name="padding">Padding on each side.</param>
    /// <param name="dilation">Distance of two elements of a window.</param>
    /// <param name="groups">Into how many parts the channels fall.</param>
    /// <param name="mode">What stands in the padding.</param>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is too wide for its mode.</exception>
    public static Convolution Of(Shape x, Shape weight, Shape y, Size3D stride, Padding3D padding, Size3D dilation, int groups, PaddingMode mode)
    {
        if (padding.IsSame && stride != 1)
            throw new ArgumentException("padding='same' is not supported for strided convolutions");
        if (groups < 1)
            throw new ArgumentException($"groups must be a positive integer: {groups}");
        var dims = weight.Rank - 2;
        var convolution = new Convolution(
            x.Rank == weight.Rank ? x[0] : 1,
            groups,
            x[x.Rank - dims - 1],
            y[y.Rank - dims - 1],
            dims > 2 ? Axis(x[^3], y[^3], weight[^3], stride.Depth, padding.Depth, padding.IsSame, dilation.Depth) : WindowAxis.Single,
            dims > 1 ? Axis(x[^2], y[^2], weight[^2], stride.Height, padding.Height, padding.IsSame, dilation.Height) : WindowAxis.Single,
            Axis(x[^1], y[^1], weight[^1], stride.Width, padding.Width, padding.IsSame, dilation.Width),
            mode);
        convolution.Planes.Validate(mode);
        convolution.Rows.Validate(mode);
        convolution.Columns.Validate(mode);
        return convolution;
    }

    private (int Plane, int Row, int Column) Split(int place)
        => (place / Columns.Stride / Rows.Stride, place / Columns.Stride % Rows.Stride, place % Columns.Stride);

    private static WindowAxis Axis(int input, int output, int kernel, int stride, int padding, bool isSame, int dilation)
        => new(input, output, kernel, stride, isSame ? dilation * (kernel - 1) / 2 : padding, dilation);

    private static bool IsIdentity(WindowAxis axis) => axis is { Kernel: 1, Stride: 1, Before: 0 } && axis.Input == axis.Output;
}
