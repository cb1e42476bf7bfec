namespace NnGen.Kernels;

/// <summary>
/// The gradient of a convolution's input, and the output of a transposed convolution: for each sample and group, tile by tile, the
/// transposed weight times the output's columns, added to where each window lies.
/// </summary>
internal unsafe struct InputJob : IJob
{
    public Convolution Convolution;
    public float* Dy;
    public float* Weight;
    public float* Bias;
    public float* Dx;
    public bool Accumulate;

    /// <summary>Computes <paramref name="dx"/>, or adds to it.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="dy">The output's gradient.</param>
    /// <param name="weight">The weight, [out, in/groups, window].</param>
    /// <param name="bias">Added to each channel of the input; absent: nothing.</param>
    /// <param name="dx">The input's gradient.</param>
    public static void Run(in Convolution convolution, ReadOnlySpan<float> dy, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient dx)
    {
        dy.Check(convolution.Batch * convolution.OutChannels * convolution.OutputSize);
        weight.Check(convolution.OutChannels * convolution.Window);
        dx.Span.Check(convolution.Batch * convolution.InChannels * convolution.InputSize);
        if (!bias.IsAbsent())
            bias.Check(convolution.InChannels);
        fixed (float* py = dy, pw = weight, pb = bias, px = dx.Span)
        {
            if (convolution.IsDepthwise)
            {
                DepthwiseJob<SpreadOutput>.Run(convolution, px, pw, pb, py, dx.Accumulate);
                return;
            }

            InputJob job = new() { Convolution = convolution, Dy = py, Weight = pw, Bias = pb, Dx = px, Accumulate = dx.Accumulate };
            Threads.Run(convolution.Batch * convolution.Groups, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = Convolution;
        var group = part % c.Groups;
        var dx = Dx + ((nint)part * c.GroupIn * c.InputSize);
        var dy = Dy + ((nint)part * c.GroupOut * c.OutputSize);
        Start(dx, group);
        ReadOnlySpan<float> weight = new(Weight + ((nint)group * c.GroupOut * c.Window), c.GroupOut * c.Window);
        if (c.IsPointwise)
        {
            ReadOnlySpan<float> gradients = new(dy, c.GroupOut * c.OutputSize);
            Span<float> planes = new(dx, c.GroupIn * c.InputSize);
            Gemm.Run(true, false, c.GroupIn, c.InputSize, c.GroupOut, 1, weight, c.Window, gradients, c.OutputSize, 1, planes, c.InputSize);
            return;
        }

        using var scratch = Scratch.Rent((long)c.Window * c.TileWidth);
        for (var start = 0; start < c.OutputSize; start += c.TileWidth)
        {
            var count = Math.Min(c.TileWidth, c.OutputSize - start);
            ReadOnlySpan<float> rows = new(dy + start, ((c.GroupOut - 1) * c.OutputSize) + count);
            var columns = scratch.Span(c.Window * count);
            Gemm.Run(true, false, c.Window, count, c.GroupOut, 1, weight, c.Window, rows, c.OutputSize, 0, columns, count);
            ColumnTile.Run<AddColumns>(c, dx, scratch.Pointer, start, count);
        }
    }

    private readonly void Start(float* dx, int group)
    {
        for (var channel = 0; channel < Convolution.GroupIn; channel++)
        {
            Span<float> plane = new(dx + ((nint)channel * Convolution.InputSize), Convolution.InputSize);
            if (Bias != null)
                plane.Fill(Bias[(group * Convolution.GroupIn) + channel]);
            else if (!Accumulate)
                plane.Clear();
        }
    }
}
