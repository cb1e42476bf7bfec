namespace NnGen.Kernels;

/// <summary>What a transposed convolution adds at the end of a dim.</summary>
internal static class OutputPadding
{
    /// <summary>Refuses what PyTorch refuses.</summary>
    /// <exception cref="ArgumentException">It is negative, or as large as both stride and dilation.</exception>
    public static void Check(int outputPadding, int stride, int dilation)
    {
        if (outputPadding < 0 || outputPadding >= Math.Max(stride, dilation))
            throw new ArgumentException($"output padding must be smaller than either stride or dilation, but got {outputPadding} with stride {stride} and dilation {dilation}");
    }
}
