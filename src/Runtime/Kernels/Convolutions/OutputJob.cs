namespace NnGen.Kernels;

/// <summary>The output of a convolution: for each sample and group, tile by tile, the weight times the columns under the windows.</summary>
internal unsafe struct OutputJob : IJob
{
    public Convolution Convolution;
    public float* X;
    public float* Weight;
    public float* Bias;
    public float* Y;
    public bool Accumulate;

    /// <summary>Computes <paramref name="y"/>, or adds to it.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="x">The input.</param>
    /// <param name="weight">The weight, [out, in/groups, window].</param>
    /// <param name="bias">Added to each channel; absent: nothing.</param>
    /// <param name="y">The output.</param>
    public static void Run(in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient y)
    {
        x.Check(convolution.Batch * convolution.InChannels * convolution.InputSize);
        weight.Check(convolution.OutChannels * convolution.Window);
        y.Span.Check(convolution.Batch * convolution.OutChannels * convolution.OutputSize);
        if (!bias.IsAbsent())
            bias.Check(convolution.OutChannels);
        fixed (float* px = x, pw = weight, pb = bias, py = y.Span)
        {
            if (convolution.IsDepthwise)
            {
                DepthwiseJob<GatherInput>.Run(convolution, px, pw, pb, py, y.Accumulate);
                return;
            }

            OutputJob job = new() { Convolution = convolution, X = px, Weight = pw, Bias = pb, Y = py, Accumulate = y.Accumulate };
            Threads.Run(convolution.Batch * convolution.Groups * convolution.Tiles, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = Convolution;
        var tile = part % c.Tiles;
        var group = part / c.Tiles % c.Groups;
        var sample = part / c.Tiles / c.Groups;
        var start = tile * c.TileWidth;
        var count = Math.Min(c.TileWidth, c.OutputSize - start);
        var x = X + ((((nint)sample * c.InChannels) + (group * c.GroupIn)) * c.InputSize);
        var y = Y + ((((nint)sample * c.OutChannels) + (group * c.GroupOut)) * c.OutputSize) + start;
        var length = ((c.GroupOut - 1) * c.OutputSize) + count;
        var beta = Start(y, group, count);
        ReadOnlySpan<float> weight = new(Weight + ((nint)group * c.GroupOut * c.Window), c.GroupOut * c.Window);
        if (c.IsPointwise)
        {
            ReadOnlySpan<float> planes = new(x + start, ((c.Window - 1) * c.InputSize) + count);
            Gemm.Run(false, false, c.GroupOut, count, c.Window, 1, weight, c.Window, planes, c.InputSize, beta, new Span<float>(y, length), c.OutputSize);
            return;
        }

        using var scratch = Scratch.Rent((long)c.Window * count);
        ColumnTile.Run<ReadColumns>(c, x, scratch.Pointer, start, count);
        var columns = scratch.Span(c.Window * count);
        Gemm.Run(false, false, c.GroupOut, count, c.Window, 1, weight, c.Window, columns, count, beta, new Span<float>(y, length), c.OutputSize);
    }

    /// <summary>Sets the output to the bias where there is one, and says whether the product is added to what the output holds.</summary>
    private readonly float Start(float* y, int group, int count)
    {
        if (Bias == null)
            return Accumulate ? 1 : 0;
        for (var channel = 0; channel < Convolution.GroupOut; channel++)
        {
            Span<float> row = new(y + ((nint)channel * Convolution.OutputSize), count);
            row.Fill(Bias[(group * Convolution.GroupOut) + channel]);
        }

        return 1;
    }
}
