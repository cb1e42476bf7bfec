namespace NnGen.Kernels;

/// <summary>One dim of the windows of a pooling.</summary>
/// <param name="Window">The windows; where they are adaptive, only its sizes of input and output count.</param>
/// <param name="IsAdaptive">Whether the windows divide the input evenly instead of sliding.</param>
internal readonly record struct PoolAxis(WindowAxis Window, bool IsAdaptive)
{
    /// <summary>A dim of one element.</summary>
    public static PoolAxis Single => new(WindowAxis.Single, IsAdaptive: false);

    /// <summary>Size of the input.</summary>
    public int Input => Window.Input;

    /// <summary>How many windows there are.</summary>
    public int Output => Window.Output;

    /// <summary>Distance of two elements of a window.</summary>
    public int Step => Window.Dilation;

    /// <summary>The part of the input under a window, and the window's size with padding.</summary>
    public (int Start, int End, int Padded) Range(int window)
    {
        if (IsAdaptive)
        {
            var first = (int)((long)window * Input / Output);
            var last = (int)((((long)window + 1) * Input + Output - 1) / Output);
            return (first, last, last - first);
        }

        var start = Window.At(window, 0);
        var end = Math.Min(Window.At(window, Window.Kernel - 1) + 1, Input + Window.Before);
        var inside = start < 0 ? start + ((Step - 1 - start) / Step * Step) : start;
        return (inside, Math.Max(Math.Min(end, Input), inside), end - start);
    }

    /// <summary>Windows that divide the input evenly.</summary>
    public static PoolAxis Adaptive(int input, int output) => new(new WindowAxis(input, output, 1, 1, 0, 1), IsAdaptive: true);

    /// <summary>Windows that slide.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is wider than half the window.</exception>
    public static PoolAxis Sliding(int input, int output, int kernel, int stride, int padding, int dilation)
    {
        if (kernel < 1)
            throw new ArgumentException($"kernel size should be greater than zero, but got {kernel}");
        var axis = new WindowAxis(input, output, kernel, stride, padding, dilation);
        axis.Validate(PaddingMode.Zeros);
        if (padding > ((dilation * (kernel - 1)) + 1) / 2)
            throw new ArgumentException($"pad should be at most half of effective kernel size, but got pad={padding}, kernel_size={kernel} and dilation={dilation}");
        return new PoolAxis(axis, IsAdaptive: false);
    }
}
