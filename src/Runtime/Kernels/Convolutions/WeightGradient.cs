namespace NnGen.Kernels;

/// <summary>The gradients of a convolution's weight and bias.</summary>
internal static unsafe class WeightGradient
{
    /// <summary>Sums over samples and tiles, in this order, the output's gradient times the transposed columns.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="x">The input.</param>
    /// <param name="dy">The output's gradient.</param>
    /// <param name="dweight">The weight's gradient, [out, in/groups, window].</param>
    public static void Run(in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Gradient dweight)
    {
        var c = convolution;
        x.Check(c.Batch * c.InChannels * c.InputPlane);
        dy.Check(c.Batch * c.OutChannels * c.OutputPlane);
        dweight.Span.Check(c.OutChannels * c.Window);
        if (!dweight.Accumulate)
            dweight.Span.Clear();
        using var scratch = Scratch.Rent((long)c.Window * c.TileWidth);
        fixed (float* px = x)
        {
            for (var part = 0; part < c.Batch * c.Groups; part++)
            {
                var rows = dy.Slice(part * c.GroupOut * c.OutputPlane, c.GroupOut * c.OutputPlane);
                var gradient = dweight.Span.Slice(part % c.Groups * c.GroupOut * c.Window, c.GroupOut * c.Window);
                for (var start = 0; start < c.OutputPlane; start += c.TileWidth)
                {
                    var count = Math.Min(c.TileWidth, c.OutputPlane - start);
                    ColumnTile.Run<ReadColumns>(c, px + ((nint)part * c.GroupIn * c.InputPlane), scratch.Pointer, start, count);
                    var columns = scratch.Span(c.Window * count);
                    Gemm.Run(false, true, c.GroupOut, c.Window, count, 1, rows[start..], c.OutputPlane, columns, count, 1, gradient, c.Window);
                }
            }
        }
    }

    /// <summary>The sum of each channel over samples and places.</summary>
    /// <param name="dy">The gradient, [batch, channels, plane].</param>
    /// <param name="batch">How many samples there are.</param>
    /// <param name="channels">How many channels there are.</param>
    /// <param name="plane">Elements of a channel.</param>
    /// <param name="dbias">The sums.</param>
    public static void Bias(ReadOnlySpan<float> dy, int batch, int channels, int plane, Gradient dbias)
    {
        if (!dbias.IsWanted)
            return;
        using var scratch = Scratch.Rent(batch * channels);
        var sums = scratch.Span(batch * channels);
        Reductions.Sum(dy, batch * channels, plane, 1, new Gradient(sums, accumulate: false));
        Reductions.Sum(sums, 1, batch, channels, dbias);
    }
}
