using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// The gradient of a weight, for some samples and channels of the output, by the transposed filtering: with what tiles read and the
/// gradients of what they give both transformed, each of 16 elements is a matrix product over tiles, [in, tiles]·[tiles, out].
/// </summary>
internal unsafe struct WinogradGradient : IJob
{
    /// <summary>Tiles whose products are summed at a time: their matrices stay in the second-level cache.</summary>
    private const int MaxTiles = 128;

    private readonly Convolution _convolution;
    private readonly Convolution _gradients;
    private readonly Split _samples;
    private readonly int _blocks;
    private readonly float* _x;
    private readonly float* _dy;
    private readonly float* _sums;

    /// <param name="convolution">The sizes.</param>
    /// <param name="samples">The samples, cut into stretches.</param>
    /// <param name="x">The input.</param>
    /// <param name="dy">The output's gradient.</param>
    /// <param name="sums">The sums of each stretch: [blocks, 16, in, out], blocks of the output's channels with zeros up to a whole vector.</param>
    public WinogradGradient(in Convolution convolution, Split samples, float* x, float* dy, float* sums)
    {
        (_convolution, _samples) = (convolution, samples);
        _x = x;
        _dy = dy;
        _sums = sums;
        _blocks = Blocks(convolution, samples.Pieces);
        _gradients = WinogradTiles.Gradients(convolution, _blocks);
    }

    /// <summary>Pieces of work.</summary>
    public readonly int Parts => _samples.Pieces * _gradients.Groups;

    /// <summary>Into how many blocks the channels of a group's output fall, all alike.</summary>
    public static int Blocks(in Convolution convolution, int stretches)
    {
        // A sum runs over the tiles alike in any of them, so the number of threads may decide.
        int wanted = Math.Min(Threads.Count / (stretches * convolution.Groups), convolution.GroupOut / Simd.Width);
        while (wanted > 1 && convolution.GroupOut % wanted != 0)
            wanted--;
        return Math.Max(1, wanted);
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var (stretch, block) = (part / _gradients.Groups, part % _gradients.Groups);
        var (start, end) = (_samples.Start(stretch), _samples.Start(stretch + 1));
        ChannelsLast layout = new(_gradients, V.Count, end - start);
        var (rows, columns) = (WinogradTiles.Windows(c.Rows), WinogradTiles.Windows(c.Columns));
        Grid whole = new(c.GroupIn, layout.Samples, GridAxis.OfInput(c.Planes), GridAxis.OfInput(rows), GridAxis.OfInput(columns));
        int inputs = Winograd.Inputs(c);
        using var cells = Scratch.Rent(whole.Length);
        using var lists = Scratch.Rent((long)inputs * WinogradTiles.Elements);
        using var gradients = Scratch.Rent(layout.Length);
        using var places = Scratch.Rent((long)layout.Samples * c.Planes.Output * rows.Output * columns.Output);
        gradients.Span(layout.Length).Clear();
        layout.ListPlaces((int*)places.Pointer);
        WinogradInput input = new() { Channels = inputs, Cells = cells.Pointer, Offsets = (int*)lists.Pointer };
        WinogradOutputGradient output = new() { Layout = layout, Cells = gradients.Pointer, Places = (int*)places.Pointer };
        float* sums = _sums + (part * Length(inputs, layout.Channels));
        for (int sample = start; sample < end; sample += layout.Samples)
        {
            var grid = whole with { Samples = Math.Min(layout.Samples, end - sample) };
            grid.List(Taps.OfInput(c.Planes), Taps.OfInput(rows), Taps.OfInput(columns), input.Offsets, null);
            grid.Fill<V>(_x + ((((nint)sample * c.InChannels) + (block / _blocks * c.GroupIn)) * c.InputSize), (nint)c.InChannels * c.InputSize, input.Cells);
            layout.Fill<V>(_dy + ((((nint)sample * c.OutChannels) + (block * _gradients.GroupIn)) * c.OutputSize), grid.Samples, output.Cells);
            AddTiles<V>(grid, input, output, sums, isFirst: sample == start);
        }
    }

    /// <summary>Floats of the sums of a part.</summary>
    public static long Length(int inputs, int outputs) => (long)WinogradTiles.Elements * inputs * outputs;

    private readonly void AddTiles<V>(in Grid grid, WinogradInput input, WinogradOutputGradient output, float* sums, bool isFirst)
        where V : struct, IVector<V>
    {
        Lattice lattice = new(
            LatticeAxis.OfOutput(_convolution.Planes), WinogradTiles.Places(_convolution.Rows), WinogradTiles.Places(_convolution.Columns), 0);
        PanelRuns runs = new(grid, lattice, isPacked: true);
        var panels = Split.By(runs.Columns, MaxTiles);
        var places = stackalloc PanelRun[panels.Longest];
        var tiles = stackalloc TileRun[panels.Longest];
        using var inputs = Scratch.Rent(WinogradInput.Length(input.Channels, panels.Longest));
        using var outputs = Scratch.Rent(WinogradInput.Length(output.Layout.Channels, panels.Longest));
        input.Tiles = tiles;
        input.Target = inputs.Pointer;
        output.Target = outputs.Pointer;
        for (int panel = 0; panel < panels.Pieces; panel++)
        {
            output.First = panels.Start(panel);
            input.Width = output.Count = panels.Start(panel + 1) - output.First;
            input.Runs = runs.Next(input.Width, places);
            for (int i = 0; i < input.Runs; i++)
                tiles[i] = TileRun.Of(places[i], lattice);
            input.Run<V>();
            output.Run<V>();
            Multiply<V>(input, output, sums, isFirst && panel == 0);
        }
    }

    /// <summary>Adds the products of the matrices to the sums, which hold nothing before the first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply<V>(in WinogradInput input, in WinogradOutputGradient output, float* sums, bool isFirst)
        where V : struct, IVector<V>
    {
        int channels = output.Layout.Channels, count = input.Width;
        Split rows = Split.By(input.Channels, TileShape.MaxRows), vectors = output.Layout.Stretches;
        float* zeros = stackalloc float[vectors.Longest * V.Count];
        new Span<float>(zeros, vectors.Longest * V.Count).Clear();
        TileOperands operands = new()
        {
            K = count,
            RowStep = count,
            KStep = 1,
            RowStepInit = isFirst ? 0 : channels,
            Floor = float.NegativeInfinity,
            RowStepC = channels,
        };
        for (int element = 0; element < WinogradTiles.Elements; element++)
        {
            float* a = input.Target + (element * WinogradInput.Step(input.Channels, count));
            for (int stretch = 0; stretch < vectors.Pieces; stretch++)
            {
                int first = vectors.Start(stretch), width = vectors.Start(stretch + 1) - first;
                operands.B = output.Target + (element * WinogradInput.Step(channels, count)) + ((nint)first * V.Count * count);
                operands.RowStepB = width * V.Count;
                for (int tile = 0; tile < rows.Pieces; tile++)
                {
                    int row = rows.Start(tile);
                    operands.A = a + ((nint)row * count);
                    operands.C = sums + ((((nint)element * input.Channels) + row) * channels) + (first * V.Count);
                    operands.Init = isFirst ? zeros : operands.C;
                    TileShape.Multiply<V>(rows.Start(tile + 1) - row, width, &operands);
                }
            }
        }
    }
}
