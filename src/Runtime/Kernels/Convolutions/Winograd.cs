namespace NnGen.Kernels;

/// <summary>
/// Convolutions with windows of 3 by 3 that begin side by side, by Winograd's minimal filtering F(2x2, 3x3): a tile of 2 by 2 outputs
/// takes 16 products for each pair of channels instead of 36 (Lavin and Gray, Fast algorithms for convolutional neural networks, 2015).
/// Of a window of three dims each plane counts as a channel of its own.
/// The results differ from sums of products by a few units in the last place.
/// </summary>
internal static unsafe class Winograd
{
    private const int MinChannels = 16;
    private const int MinTiles = 64;

    /// <summary>Whether it pays: the weight is transformed anew each time, and a tile over the edge costs as much as any.</summary>
    public static bool Takes(in Convolution convolution)
    {
        var (rows, columns) = (convolution.Rows, convolution.Columns);
        var planes = convolution.Planes;
        var tiles = (long)convolution.Batch * planes.Output * WinogradTiles.Count(rows) * WinogradTiles.Count(columns);
        return planes is { Stride: 1, Dilation: 1 } && planes.Before < planes.Kernel && IsTaken(rows) && IsTaken(columns)
            && Math.Min(convolution.GroupIn, convolution.GroupOut) >= MinChannels
            && tiles >= MinTiles && 8 * tiles <= 3L * convolution.Batch * convolution.OutputSize;
    }

    /// <summary>Channels that are read in a group: each plane of a window is one.</summary>
    public static int Inputs(in Convolution convolution) => convolution.GroupIn * convolution.Planes.Kernel;

    /// <summary>Computes the output, or adds to it.</summary>
    /// <inheritdoc cref="OutputJob.Run(in Convolution, ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{float}, Gradient, bool)"/>
    public static void Output(in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient y, bool relu)
        => Run(convolution, new WinogradFilter(convolution, isBackward: false), x, weight, bias, y, relu);

    /// <summary>The convolution that the gradient of the input is of the output's: with the window turned around.</summary>
    public static Convolution Backward(in Convolution convolution) => convolution with
    {
        InChannels = convolution.OutChannels,
        OutChannels = convolution.InChannels,
        Planes = Backward(convolution.Planes),
        Rows = Backward(convolution.Rows),
        Columns = Backward(convolution.Columns),
    };

    /// <summary>Computes the gradient of the input, or adds to it.</summary>
    /// <inheritdoc cref="InputJob.Run"/>
    public static void Input(in Convolution convolution, ReadOnlySpan<float> dy, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient dx)
    {
        var backward = Backward(convolution);
        Run(backward, new WinogradFilter(backward, isBackward: true), dy, weight, bias, dx, relu: false);
    }

    private static void Run(
        in Convolution c, WinogradFilter filter, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient y, bool relu)
    {
        x.Check(c.Batch * c.InChannels * c.InputSize);
        weight.Check(c.OutChannels * c.Window);
        y.Span.Check(c.Batch * c.OutChannels * c.OutputSize);
        if (!bias.IsAbsent())
            bias.Check(c.OutChannels);
        using var transformed = Scratch.Rent((long)c.OutChannels * Inputs(c) * WinogradTiles.Elements);
        fixed (float* px = x, pw = weight, pb = bias, py = y.Span)
        {
            filter.Run(pw, transformed.Pointer);
            WinogradJob.Run(c, px, transformed.Pointer, pb, py, y.Accumulate, relu);
        }
    }

    private static bool IsTaken(WindowAxis axis) => axis is { Kernel: 3, Stride: 1, Dilation: 1, Before: <= 2 };

    private static WindowAxis Backward(WindowAxis axis)
        => axis with { Input = axis.Output, Output = axis.Input, Before = axis.Kernel - 1 - axis.Before };
}
