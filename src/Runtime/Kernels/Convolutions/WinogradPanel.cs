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

    /// <summary>Room for the last vector of a matrix, which may spill over.</summary>
    private const int Spill = 16;

    /// <summary>Channels.</summary>
    public int Inputs;
    public int Outputs;

    /// <summary>The grid, and where in it each element of a tile is read, channel by channel.</summary>
    public float* Cells;
    public int* Offsets;

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

    /// <summary>The tiles, and how many columns the matrices have.</summary>
    public TileRun* Tiles;
    public int Runs;
    public int Width;

    /// <summary>The matrices of what is read, and of the products.</summary>
    public float* Columns;
    public float* Products;

    /// <summary>Floats of 16 matrices.</summary>
    public static long Length(int rows, int width) => WinogradTiles.Elements * (((long)rows * width) + Spill);

    /// <summary>Computes the tiles.</summary>
    public readonly void Run<V>()
        where V : struct, IVector<V>
    {
        for (int input = 0; input < Inputs; input++)
            Read<V>(Offsets + (input * WinogradTiles.Elements), Columns + ((nint)input * Width));
        var blocks = Split.By(Outputs, MaxOutputs);
        for (int block = 0; block < blocks.Pieces; block++)
        {
            int first = blocks.Start(block), count = blocks.Start(block + 1) - first;
            Multiply<V>(first, count);
            for (int output = 0; output < count; output++)
                Write<V>(Products + ((nint)output * Width), Target + ((nint)(first + output) * ChannelStep), Bias == null ? 0 : Bias[first + output]);
        }
    }

    private readonly nint MatrixStep(int rows) => ((nint)rows * Width) + Spill;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Multiply<V>(int first, int count)
        where V : struct, IVector<V>
    {
        float* zeros = stackalloc float[Width];
        new Span<float>(zeros, Width).Clear();
        TileOperands operands = new()
        {
            K = Inputs,
            RowStep = Inputs,
            KStep = 1,
            RowStepB = Width,
            Init = zeros,
            Floor = float.NegativeInfinity,
            RowStepC = Width,
        };
        var tiles = Split.By(count, TileShape.MaxRows);
        for (int element = 0; element < WinogradTiles.Elements; element++)
        {
            operands.B = Columns + (element * MatrixStep(Inputs));
            for (int tile = 0; tile < tiles.Pieces; tile++)
            {
                int row = tiles.Start(tile);
                operands.A = Filter + ((((nint)element * Outputs) + first + row) * Inputs);
                operands.C = Products + (element * MatrixStep(MaxOutputs)) + ((nint)row * Width);
                TileShape.Multiply<V>(tiles.Start(tile + 1) - row, Width / V.Count, &operands);
            }
        }
    }

    /// <summary>Transforms what the tiles read in a channel. A run may spill over the next, which is written after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Read<V>(int* offsets, float* target)
        where V : struct, IVector<V>
    {
        nint step = MatrixStep(Inputs);
        for (int run = 0; run < Runs; run++)
        {
            var tiles = Tiles[run];
            for (int i = 0; i < tiles.Length; i += V.Count)
            {
                float* source = Cells + tiles.Cell + i, to = target + tiles.Column + i;
                Shrink<V>(source, offsets, out V a0, out V b0, out V c0, out V d0);
                Shrink<V>(source, offsets + 1, out V a1, out V b1, out V c1, out V d1);
                Shrink<V>(source, offsets + 2, out V a2, out V b2, out V c2, out V d2);
                Shrink<V>(source, offsets + 3, out V a3, out V b3, out V c3, out V d3);
                Store(a0, a1, a2, a3, to, step);
                Store(b0, b1, b2, b3, to + (4 * step), step);
                Store(c0, c1, c2, c3, to + (8 * step), step);
                Store(d0, d1, d2, d3, to + (12 * step), step);
            }
        }
    }

    /// <summary>A column of a tile, combined as its window of three reads it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Shrink<V>(float* source, int* offsets, out V a, out V b, out V c, out V d)
        where V : struct, IVector<V>
    {
        V d0 = V.Load(source + offsets[0]), d1 = V.Load(source + offsets[4]), d2 = V.Load(source + offsets[8]), d3 = V.Load(source + offsets[12]);
        (a, b, c, d) = (d0 - d2, d1 + d2, d2 - d1, d1 - d3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V>(V d0, V d1, V d2, V d3, float* target, nint step)
        where V : struct, IVector<V>
    {
        V.Store(target, d0 - d2);
        V.Store(target + step, d1 + d2);
        V.Store(target + (2 * step), d2 - d1);
        V.Store(target + (3 * step), d1 - d3);
    }

    /// <summary>Transforms the products of a channel and writes what the tiles give.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Write<V>(float* products, float* target, float bias)
        where V : struct, IVector<V>
    {
        nint step = MatrixStep(MaxOutputs);
        V b = V.Create(bias);
        for (int run = 0; run < Runs; run++)
        {
            var tiles = Tiles[run];
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
