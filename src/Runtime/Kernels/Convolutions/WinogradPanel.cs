using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>
/// Some tiles: what they read is transformed, each of its 16 elements is a matrix [in, tiles] that is multiplied with that of the
/// weight, and what they give is transformed back.
/// </summary>
internal unsafe struct WinogradPanel
{
    /// <summary>Output channels whose products are kept at a time: a multiple of the rows of a tile of a matrix product.</summary>
    public const int MaxOutputs = 8 * TileShape.MaxRows;

    /// <summary>The tiles and what they read.</summary>
    public WinogradInput Input;

    /// <summary>Channels that are written.</summary>
    public int Outputs;

    /// <summary>The weight, [16, out, in].</summary>
    public float* Filter;

    /// <summary>Added to each channel; null: nothing.</summary>
    public float* Bias;

    /// <summary>Zero for a ReLU, else minus infinity.</summary>
    public float Floor;

    /// <summary>Where the first channel of the first sample is written, and how far channels and rows are from each other.</summary>
    public float* Target;
    public int ChannelStep;
    public int RowStep;
    public bool Accumulate;

    /// <summary>Whether what is written should be fetched into the cache.</summary>
    public bool FetchesTarget;

    /// <summary>The matrices of the products.</summary>
    public float* Products;

    private readonly int Width => Input.Width;

    /// <summary>Computes the tiles.</summary>
    public readonly void Run<V>()
        where V : struct, IVector<V>
    {
        Input.Run<V>();
        var blocks = Split.By(Outputs, MaxOutputs);
        for (int block = 0; block < blocks.Pieces; block++)
        {
            int first = blocks.Start(block), count = blocks.Start(block + 1) - first;
            if (FetchesTarget)
                Fetch(Target + ((nint)first * ChannelStep), count);
            Multiply<V>(first, count);
            for (int output = 0; output < count; output++)
                Write<V>(Products + ((nint)output * Width), Target + ((nint)(first + output) * ChannelStep), Bias == null ? 0 : Bias[first + output]);
        }
    }

    /// <summary>Fetches what is written of some channels into the cache while the products are computed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Fetch(float* target, int count)
    {
        for (int output = 0; output < count; output++, target += ChannelStep)
        {
            for (int run = 0; run < Input.Runs; run++)
            {
                var tiles = Input.Tiles[run];
                Cache.PrefetchToSecondLevel(target + tiles.Target, tiles.Outputs);
                Cache.PrefetchToSecondLevel(target + tiles.Target + RowStep, tiles.Outputs);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Multiply<V>(int first, int count)
        where V : struct, IVector<V>
    {
        float* zeros = stackalloc float[Width];
        new Span<float>(zeros, Width).Clear();
        TileOperands operands = new()
        {
            K = Input.Channels,
            RowStep = Input.Channels,
            KStep = 1,
            RowStepB = Width,
            Init = zeros,
            Floor = float.NegativeInfinity,
            RowStepC = Width,
        };
        var tiles = Split.By(count, TileShape.MaxRows);
        for (int element = 0; element < WinogradTiles.Elements; element++)
        {
            operands.B = Input.Target + (element * WinogradInput.Step(Input.Channels, Width));
            for (int tile = 0; tile < tiles.Pieces; tile++)
            {
                int row = tiles.Start(tile);
                operands.A = Filter + ((((nint)element * Outputs) + first + row) * Input.Channels);
                operands.C = Products + (element * WinogradInput.Step(MaxOutputs, Width)) + ((nint)row * Width);
                TileShape.Multiply<V>(tiles.Start(tile + 1) - row, Width / V.Count, &operands);
            }
        }
    }

    /// <summary>Transforms the products of a channel and writes what the tiles give.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Write<V>(float* products, float* target, float bias)
        where V : struct, IVector<V>
    {
        nint step = WinogradInput.Step(MaxOutputs, Width);
        V b = V.Create(bias);
        for (int run = 0; run < Input.Runs; run++)
        {
            var tiles = Input.Tiles[run];
            for (int i = 0; i < tiles.Length; i += V.Count)
            {
                float* source = products + tiles.Column + i, to = target + tiles.Target + (2 * i);
                Sum(source, step, out V top0, out V bottom0);
                Sum(source + step, step, out V top1, out V bottom1);
                Sum(source + (2 * step), step, out V top2, out V bottom2);
                Sum(source + (3 * step), step, out V top3, out V bottom3);
                int count = tiles.Outputs - (2 * i);
                WriteRow(to, count, top0 + top1 + top2 + b, top1 - top2 - top3 + b);
                if (tiles.IsTall)
                    WriteRow(to + RowStep, count, bottom0 + bottom1 + bottom2 + b, bottom1 - bottom2 - bottom3 + b);
            }
        }
    }

    /// <summary>A column of the products, as the two rows of the output sum it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sum<V>(float* source, nint step, out V top, out V bottom)
        where V : struct, IVector<V>
    {
        V m0 = V.Load(source), m1 = V.Load(source + (4 * step)), m2 = V.Load(source + (8 * step)), m3 = V.Load(source + (12 * step));
        (top, bottom) = (m0 + m1 + m2, m1 - m2 - m3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void WriteRow<V>(float* target, int count, V even, V odd)
        where V : struct, IVector<V>
    {
        V floor = V.Create(Floor), low = V.Larger(floor, V.ZipLow(even, odd)), high = V.Larger(floor, V.ZipHigh(even, odd));
        if (count >= 2 * V.Count)
        {
            V.Store(target, Accumulate ? V.Load(target) + low : low);
            V.Store(target + V.Count, Accumulate ? V.Load(target + V.Count) + high : high);
            return;
        }

        V first = V.FirstLanes(count), second = V.FirstLanes(count - V.Count);
        V.Store(target, first, Accumulate ? V.Load(target, first) + low : low);
        V.Store(target + V.Count, second, Accumulate ? V.Load(target + V.Count, second) + high : high);
    }
}
