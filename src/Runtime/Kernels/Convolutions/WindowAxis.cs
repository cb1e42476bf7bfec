namespace NnGen.Kernels;

/// <summary>One dim of a window that slides over an input.</summary>
/// <param name="Input">Size of the input.</param>
/// <param name="Output">How many windows there are.</param>
/// <param name="Kernel">Elements of a window.</param>
/// <param name="Stride">Distance of two windows.</param>
/// <param name="Before">Padding in front of the input.</param>
/// <param name="Dilation">Distance of two elements of a window.</param>
internal readonly record struct WindowAxis(int Input, int Output, int Kernel, int Stride, int Before, int Dilation)
{
    /// <summary>A dim of one element under a window of one.</summary>
    public static WindowAxis Single => new(1, 1, 1, 1, 0, 1);

    /// <summary>Where an element of a window lies in the input; outside of it in the padding.</summary>
    public int At(int window, int element) => (window * Stride) - Before + (element * Dilation);

    /// <summary>The windows of which an element lies inside the input: from the first up to, and without, the last.</summary>
    public (int Start, int End) Inside(int element)
    {
        var offset = (element * Dilation) - Before;
        var start = offset >= 0 ? 0 : (Stride - 1 - offset) / Stride;
        var end = offset >= Input ? 0 : ((Input - 1 - offset) / Stride) + 1;
        return (Math.Min(start, Output), Math.Min(end, Output));
    }

    /// <summary>The element of the input that stands at a place in the padding; -1 for a zero.</summary>
    public int Padded(int at, PaddingMode mode)
    {
        if ((uint)at < (uint)Input)
            return at;
        return mode switch
        {
            PaddingMode.Reflect => at < 0 ? -at : (2 * (Input - 1)) - at,
            PaddingMode.Replicate => at < 0 ? 0 : Input - 1,
            PaddingMode.Circular => at < 0 ? at + Input : at - Input,
            _ => -1,
        };
    }

    /// <summary>Refuses what PyTorch refuses.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding is too wide for its mode.</exception>
    public void Validate(PaddingMode mode)
    {
        if (Stride < 1)
            throw new ArgumentException($"non-positive stride is not supported: {Stride}");
        if (Dilation < 1)
            throw new ArgumentException($"dilation should be greater than zero: {Dilation}");
        if (Before < 0)
            throw new ArgumentException($"negative padding is not supported: {Before}");
        if (mode == PaddingMode.Zeros || Output == 0)
            return;
        var after = At(Output - 1, Kernel - 1) - (Input - 1);
        var limit = mode switch
        {
            PaddingMode.Reflect => Input - 1,
            PaddingMode.Circular => Input,
            _ => int.MaxValue,
        };
        if (Before > limit || after > limit)
            throw new ArgumentException($"Padding size should be less than the corresponding input dimension, but got: padding ({Before}, {after}) at a dimension of size {Input}");
    }
}
