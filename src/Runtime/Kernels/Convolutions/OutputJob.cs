namespace NnGen.Kernels;

/// <summary>The output of a convolution: for some samples and a group at a time, the weight times what lies under the windows.</summary>
internal unsafe struct OutputJob : IJob
{
    private Convolution _convolution;
    private Grid _grid;
    private Shares _shares;
    private float* _x;
    private float* _weight;
    private float* _bias;
    private float* _y;
    private bool _accumulate;
    private bool _relu;

    /// <summary>Computes <paramref name="y"/>, or adds to it.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="x">The input.</param>
    /// <param name="weight">The weight, [out, in/groups, window].</param>
    /// <param name="bias">Added to each channel; absent: nothing.</param>
    /// <param name="y">The output.</param>
    /// <param name="relu">Whether negative results become zero.</param>
    public static void Run(in Convolution convolution, ReadOnlySpan<float> x, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient y, bool relu)
    {
        var c = convolution;
        x.Check(c.Batch * c.InChannels * c.InputSize);
        weight.Check(c.OutChannels * c.Window);
        y.Span.Check(c.Batch * c.OutChannels * c.OutputSize);
        if (!bias.IsAbsent())
            bias.Check(c.OutChannels);
        var grid = c.InputGrid;
        fixed (float* px = x, pw = weight, pb = bias, py = y.Span)
        {
            OutputJob job = new()
            {
                _convolution = c,
                _grid = grid,
                _shares = new Shares(c, grid.SamplesAtATime(c.Batch)),
                _x = px,
                _weight = pw,
                _bias = pb,
                _y = py,
                _accumulate = y.Accumulate,
                _relu = relu,
            };
            Threads.Run(job._shares.Count, ref job);
        }
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var (group, sample, samples, share) = _shares.Part(part);
        var grid = _grid with { Samples = samples };
        using var cells = Scratch.Rent(grid.Length);
        using var offsets = Scratch.Rent(c.Window);
        grid.Fill<V>(_x + ((((nint)sample * c.InChannels) + (group * c.GroupIn)) * c.InputSize), (nint)c.InChannels * c.InputSize, cells.Pointer);
        grid.List(Taps.OfInput(c.Planes), Taps.OfInput(c.Rows), Taps.OfInput(c.Columns), (int*)offsets.Pointer, null);
        WindowProduct product = new()
        {
            Grid = grid,
            Cells = cells.Pointer,
            Offsets = (int*)offsets.Pointer,
            Window = c.Window,
            Weight = _weight + ((nint)group * c.GroupOut * c.Window),
            Channels = c.GroupOut,
            Bias = _bias == null ? null : _bias + (group * c.GroupOut),
            Lattice = c.Output,
            Target = _y + ((((nint)sample * c.OutChannels) + (group * c.GroupOut)) * c.OutputSize),
            Floor = _relu ? 0 : float.NegativeInfinity,
            Accumulate = _accumulate,
        };
        product.Run<V>(share, _shares.Panels);
    }
}
