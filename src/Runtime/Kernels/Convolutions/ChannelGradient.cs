using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The gradient of a weight, for some samples and channels of the output: with the channels of the input beside each other it is a matrix
/// product whose sums stay in registers while the places run, for each element of the window.
/// </summary>
internal unsafe struct ChannelGradient : IJob
{
    /// <summary>Places that are summed at a time: what they read stays in the cache.</summary>
    private const int MaxPlaces = 512;

    /// <summary>Pieces of work that there should be, though each of the output's channels lays the input out again.</summary>
    private const int MinPieces = 4;

    private readonly Convolution _convolution;
    private readonly Split _samples;
    private readonly Split _outputs;
    private readonly float* _x;
    private readonly float* _dy;
    private readonly float* _sums;

    /// <param name="convolution">The sizes.</param>
    /// <param name="samples">The samples, cut into stretches.</param>
    /// <param name="x">The input.</param>
    /// <param name="dy">The output's gradient.</param>
    /// <param name="sums">The sums of each stretch, zeros: for each channel of the output the elements of the window, the channels of each beside each other.</param>
    public ChannelGradient(in Convolution convolution, Split samples, float* x, float* dy, float* sums)
    {
        (_convolution, _samples) = (convolution, samples);
        _x = x;
        _dy = dy;
        _sums = sums;
        int tiles = (convolution.GroupOut + TileShape.MaxRows - 1) / TileShape.MaxRows;
        _outputs = new Split(convolution.GroupOut, Math.Clamp(MinPieces / Math.Max(1, samples.Pieces * convolution.Groups), 1, tiles));
    }

    /// <summary>Pieces of work.</summary>
    public readonly int Parts => _samples.Pieces * _convolution.Groups * _outputs.Pieces;

    /// <summary>Whether there are channels enough to fill vectors.</summary>
    public static bool Pays(in Convolution convolution) => !convolution.IsPointwise && convolution.GroupIn >= Simd.Width;

    /// <summary>Floats of the sums of a stretch.</summary>
    public static int Length(in Convolution convolution) => convolution.OutChannels * convolution.Kernel * Channels(convolution);

    /// <summary>Brings sums into the order of the weight.</summary>
    public static void Order(in Convolution convolution, ReadOnlySpan<float> sums, Span<float> weight)
    {
        int channels = Channels(convolution), kernel = convolution.Kernel;
        for (int output = 0; output < convolution.OutChannels; output++)
        {
            var from = sums.Slice(output * kernel * channels, kernel * channels);
            var to = weight.Slice(output * convolution.Window, convolution.Window);
            int i = 0;
            for (int channel = 0; channel < convolution.GroupIn; channel++)
            {
                for (int element = channel; element < from.Length; element += channels)
                    to[i++] = from[element];
            }
        }
    }

    private static int Channels(in Convolution convolution) => new ChannelsLast(convolution, Simd.Width, convolution.Batch).Channels;

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var (piece, block) = (part / _outputs.Pieces, part % _outputs.Pieces);
        var (stretch, group) = (piece / c.Groups, piece % c.Groups);
        var (start, end) = (_samples.Start(stretch), _samples.Start(stretch + 1));
        var (first, outputs) = (_outputs.Start(block), _outputs.Start(block + 1) - _outputs.Start(block));
        ChannelsLast layout = new(c, V.Count, end - start);
        using var cells = Scratch.Rent(layout.Length);
        using var places = Scratch.Rent((long)outputs * layout.Samples * c.OutputSize);
        using var offsets = Scratch.Rent((long)layout.Samples * c.OutputSize);
        cells.Span(layout.Length).Clear();
        layout.ListPlaces((int*)offsets.Pointer);
        for (int sample = start; sample < end; sample += layout.Samples)
        {
            int samples = Math.Min(layout.Samples, end - sample), channel = (group * c.GroupOut) + first;
            layout.Fill<V>(_x + ((((nint)sample * c.InChannels) + (group * c.GroupIn)) * c.InputSize), samples, cells.Pointer);
            for (int output = 0; output < outputs; output++)
                Collect(_dy + ((((nint)sample * c.OutChannels) + channel + output) * c.OutputSize), samples, places.Pointer + ((nint)output * samples * c.OutputSize));
            float* sums = _sums + ((((nint)stretch * c.OutChannels) + channel) * c.Kernel * layout.Channels);
            Add<V>(layout, samples * c.OutputSize, cells.Pointer, (int*)offsets.Pointer, places.Pointer, outputs, sums);
        }
    }

    /// <summary>A channel of the samples, one sample behind the other.</summary>
    private readonly void Collect(float* channel, int samples, float* target)
    {
        int size = _convolution.OutputSize;
        for (int sample = 0; sample < samples; sample++, channel += (nint)_convolution.OutChannels * size, target += size)
            new ReadOnlySpan<float>(channel, size).CopyTo(new Span<float>(target, size));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Add<V>(in ChannelsLast layout, int count, float* cells, int* offsets, float* places, int outputs, float* sums)
        where V : struct, IVector<V>
    {
        int channels = layout.Channels, kernel = _convolution.Kernel;
        Split rows = Split.By(outputs, TileShape.MaxRows), vectors = layout.Stretches, blocks = Split.By(count, MaxPlaces);
        TileOperands operands = new() { RowStep = count, KStep = 1, Floor = float.NegativeInfinity, RowStepInit = kernel * channels, RowStepC = kernel * channels };
        for (int block = 0; block < blocks.Pieces; block++)
        {
            int start = blocks.Start(block);
            operands.K = blocks.Start(block + 1) - start;
            operands.RowsB = offsets + start;
            for (int element = 0; element < kernel; element++)
            {
                int offset = layout.Offset(element);
                for (int stretch = 0; stretch < vectors.Pieces; stretch++)
                {
                    int channel = vectors.Start(stretch) * V.Count, width = vectors.Start(stretch + 1) - vectors.Start(stretch);
                    operands.B = cells + ((nint)stretch * layout.StretchLength) + offset;
                    for (int tile = 0; tile < rows.Pieces; tile++)
                    {
                        int row = rows.Start(tile);
                        operands.A = places + ((nint)row * count) + start;
                        operands.C = operands.Init = sums + ((((nint)row * kernel) + element) * channels) + channel;
                        TileShape.MultiplyListed<V>(rows.Start(tile + 1) - row, width, &operands);
                    }
                }
            }
        }
    }
}
