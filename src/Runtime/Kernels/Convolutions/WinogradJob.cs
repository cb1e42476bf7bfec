namespace NnGen.Kernels;

/// <summary>The tiles of some samples and a group, panel by panel.</summary>
internal unsafe struct WinogradJob : IJob
{
    /// <summary>Tiles that are worth laying out together.</summary>
    private const int MaxTiles = 256;

    /// <summary>Elements of an output that is likely to lie in the second-level cache before it is written.</summary>
    private const int CachedOutput = 1 << 17;

    private Convolution _convolution;
    private Grid _grid;
    private Lattice _lattice;
    private Shares _shares;
    private float* _x;
    private float* _filter;
    private float* _bias;
    private float* _y;
    private bool _accumulate;
    private bool _relu;

    /// <summary>Computes the output, or adds to it.</summary>
    public static void Run(in Convolution c, float* x, float* filter, float* bias, float* y, bool accumulate, bool relu)
    {
        int tiles = c.Planes.Output * WinogradTiles.Count(c.Rows) * WinogradTiles.Count(c.Columns);
        WinogradJob job = new()
        {
            _convolution = c,
            _grid = new Grid(
                c.GroupIn, 1, GridAxis.OfInput(c.Planes), GridAxis.OfInput(WinogradTiles.Windows(c.Rows)), GridAxis.OfInput(WinogradTiles.Windows(c.Columns))),
            _lattice = new Lattice(
                LatticeAxis.OfOutput(c.Planes), WinogradTiles.Places(c.Rows), WinogradTiles.Places(c.Columns), (nint)c.OutChannels * c.OutputSize),
            _shares = new Shares(c, Math.Clamp(MaxTiles / tiles, 1, c.Batch)),
            _x = x,
            _filter = filter,
            _bias = bias,
            _y = y,
            _accumulate = accumulate,
            _relu = relu,
        };
        Threads.Run(job._shares.Count, ref job);
    }

    /// <inheritdoc/>
    public readonly void Run<V>(int part)
        where V : struct, IVector<V>
    {
        var c = _convolution;
        var (group, sample, samples, share) = _shares.Part(part);
        var grid = _grid with { Samples = samples };
        int inputs = Winograd.Inputs(c);
        using var cells = Scratch.Rent(grid.Length);
        using var offsets = Scratch.Rent((long)inputs * WinogradTiles.Elements);
        grid.Fill<V>(_x + ((((nint)sample * c.InChannels) + (group * c.GroupIn)) * c.InputSize), (nint)c.InChannels * c.InputSize, cells.Pointer);
        grid.List(Taps.OfInput(c.Planes), Taps.OfInput(WinogradTiles.Windows(c.Rows)), Taps.OfInput(WinogradTiles.Windows(c.Columns)), (int*)offsets.Pointer, null);
        WinogradPanel panel = new()
        {
            Input = new() { Channels = inputs, Cells = cells.Pointer, Offsets = (int*)offsets.Pointer },
            Outputs = c.GroupOut,
            Filter = _filter + ((nint)group * WinogradTiles.Elements * c.GroupOut * inputs),
            Bias = _bias == null ? null : _bias + (group * c.GroupOut),
            Target = _y + ((((nint)sample * c.OutChannels) + (group * c.GroupOut)) * c.OutputSize),
            ChannelStep = c.OutputSize,
            RowStep = c.Columns.Output,
            Floor = _relu ? 0 : float.NegativeInfinity,
            FetchesTarget = (long)c.Batch * c.OutChannels * c.OutputSize > CachedOutput,
            Accumulate = _accumulate,
        };
        Run<V>(ref panel, new PanelRuns(grid, _lattice, isPacked: true), share);
    }

    private readonly void Run<V>(ref WinogradPanel panel, PanelRuns runs, int share)
        where V : struct, IVector<V>
    {
        var panels = Split.By((runs.Columns + V.Count - 1) / V.Count, TileShape.MaxVectors(V.Count));
        int maxWidth = panels.Longest * V.Count;
        var places = stackalloc PanelRun[maxWidth];
        var tiles = stackalloc TileRun[maxWidth];
        using var inputs = Scratch.Rent(WinogradInput.Length(panel.Input.Channels, maxWidth));
        using var products = Scratch.Rent(WinogradInput.Length(WinogradPanel.MaxOutputs, maxWidth));
        panel.Input.Tiles = tiles;
        panel.Input.Target = inputs.Pointer;
        panel.Products = products.Pointer;
        int end = (int)((long)panels.Pieces * (share + 1) / _shares.Panels), piece = (int)((long)panels.Pieces * share / _shares.Panels);
        for (runs.MoveTo(panels.Start(piece) * V.Count); piece < end; piece++)
        {
            panel.Input.Width = (panels.Start(piece + 1) - panels.Start(piece)) * V.Count;
            panel.Input.Runs = runs.Next(panel.Input.Width, places);
            for (int i = 0; i < panel.Input.Runs; i++)
                tiles[i] = TileRun.Of(places[i], _lattice);
            panel.Run<V>();
        }
    }
}
