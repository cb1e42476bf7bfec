namespace NnGen.Kernels;

/// <summary>
/// The gradient of a convolution's input, and the output of a transposed convolution: each element of the input sums what the
/// windows over it gave, which is a convolution of the output's gradient, one for each place modulo the stride.
/// </summary>
internal unsafe struct InputJob : IJob
{
    private Convolution _convolution;
    private Grid _grid;
    private Shares _shares;
    private float* _dy;
    private float* _weight;
    private float* _bias;
    private float* _dx;
    private bool _accumulate;

    /// <summary>Computes <paramref name="dx"/>, or adds to it.</summary>
    /// <param name="convolution">The sizes.</param>
    /// <param name="dy">The output's gradient.</param>
    /// <param name="weight">The weight, [out, in/groups, window].</param>
    /// <param name="bias">Added to each channel of the input; absent: nothing.</param>
    /// <param name="dx">The input's gradient.</param>
    public static void Run(in Convolution convolution, ReadOnlySpan<float> dy, ReadOnlySpan<float> weight, ReadOnlySpan<float> bias, Gradient dx)
    {
        var c = convolution;
        dy.Check(c.Batch * c.OutChannels * c.OutputSize);
        weight.Check(c.OutChannels * c.Window);
        dx.Span.Check(c.Batch * c.InChannels * c.InputSize);
        if (!bias.IsAbsent())
            bias.Check(c.InChannels);
        var grid = c.OutputGrid;
        using var transposed = Scratch.Rent(weight.Length);
        fixed (float* py = dy, pw = weight, pb = bias, px = dx.Span)
        {
            Transpose(c, pw, transposed.Pointer);
            InputJob job = new()
            {
                _convolution = c,
                _grid = grid,
                _shares = new Shares(c, grid.SamplesAtATime(c.Batch)),
                _dy = py,
                _weight = transposed.Pointer,
                _bias = pb,
                _dx = px,
                _accumulate = dx.Accumulate,
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
        using var offsets = Scratch.Rent((long)c.GroupOut * c.Kernel);
        grid.Fill<V>(_dy + ((((nint)sample * c.OutChannels) + (group * c.GroupOut)) * c.OutputSize), (nint)c.OutChannels * c.OutputSize, cells.Pointer);
        WindowProduct product = new()
        {
            Grid = grid,
            Cells = cells.Pointer,
            Offsets = (int*)offsets.Pointer,
            Weight = _weight + ((nint)group * c.GroupOut * c.Window),
            Channels = c.GroupIn,
            Bias = _bias == null ? null : _bias + (group * c.GroupIn),
            Target = _dx + ((((nint)sample * c.InChannels) + (group * c.GroupIn)) * c.InputSize),
            Floor = float.NegativeInfinity,
            Accumulate = _accumulate,
        };
        for (var place = 0; place < c.Places; place++)
        {
            var (planes, rows, columns) = c.Taps(place);
            product.Window = c.GroupOut * grid.List(planes, rows, columns, product.Offsets, null);
            product.Lattice = c.Input(place);
            product.Run<V>(share, _shares.Panels);
            product.Weight += (nint)product.Window * c.GroupIn;
        }
    }

    /// <summary>Writes the weight as [groups, place, in, out, elements that meet the place].</summary>
    private static void Transpose(in Convolution c, float* weight, float* target)
    {
        using var offsets = Scratch.Rent(c.Kernel);
        using var elements = Scratch.Rent(c.Kernel);
        var read = (int*)elements.Pointer;
        var grid = c.OutputGrid with { Channels = 1 };
        for (var group = 0; group < c.Groups; group++, weight += (nint)c.GroupOut * c.Window)
        {
            for (var place = 0; place < c.Places; place++)
            {
                var (planes, rows, columns) = c.Taps(place);
                var count = grid.List(planes, rows, columns, (int*)offsets.Pointer, read);
                TransposeBlocks(c, weight, read, count, target);
                target += (nint)c.GroupIn * c.GroupOut * count;
            }
        }
    }

    /// <summary>The same for one place and group, by blocks whose elements share cache lines on either side.</summary>
    private static void TransposeBlocks(in Convolution c, float* weight, int* read, int count, float* target)
    {
        const int block = 16;
        for (var firstOutput = 0; firstOutput < c.GroupOut; firstOutput += block)
        {
            for (var firstChannel = 0; firstChannel < c.GroupIn; firstChannel += block)
            {
                for (var channel = firstChannel; channel < Math.Min(firstChannel + block, c.GroupIn); channel++)
                {
                    var to = target + ((((nint)channel * c.GroupOut) + firstOutput) * count);
                    for (var output = firstOutput; output < Math.Min(firstOutput + block, c.GroupOut); output++)
                    {
                        var source = weight + ((((nint)output * c.GroupIn) + channel) * c.Kernel);
                        for (var i = 0; i < count; i++)
                            *to++ = source[read[i]];
                    }
                }
            }
        }
    }
}
