namespace NnGen.Kernels;

/// <summary>One dim of windows whose elements are averaged.</summary>
/// <param name="Window">The windows; where they are adaptive, only its sizes of input and output count.</param>
/// <param name="IsAdaptive">Whether the windows divide the input evenly instead of sliding.</param>
internal readonly record struct AverageAxis(WindowAxis Window, bool IsAdaptive)
{
    /// <summary>Size of the input.</summary>
    public int Input => Window.Input;

    /// <summary>How many windows there are.</summary>
    public int Output => Window.Output;

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
        var end = Math.Min(start + Window.Kernel, Input + Window.Before);
        return (Math.Max(start, 0), Math.Max(Math.Min(end, Input), Math.Max(start, 0)), end - start);
    }
}
