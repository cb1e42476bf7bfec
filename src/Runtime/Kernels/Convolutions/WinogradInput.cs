using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>What some tiles read, transformed: each of their 16 elements is a matrix [channels, tiles].</summary>
internal unsafe struct WinogradInput
{
    /// <summary>Room for the last vector of a matrix, which may spill over. It also keeps matrices from competing for the same cache lines.</summary>
    private const int Spill = 16;

    /// <summary>Channels.</summary>
    public int Channels;

    /// <summary>The grid, and where in it each element of a tile is read, channel by channel.</summary>
    public float* Cells;
    public int* Offsets;

    /// <summary>The tiles, and how many columns the matrices have.</summary>
    public TileRun* Tiles;
    public int Runs;
    public int Width;

    /// <summary>The matrices.</summary>
    public float* Target;

    /// <summary>Floats of 16 matrices.</summary>
    public static long Length(int rows, int width) => WinogradTiles.Elements * Step(rows, width);

    /// <summary>How far two matrices lie apart.</summary>
    public static nint Step(int rows, int width) => ((nint)rows * width) + Spill;

    /// <summary>Transforms what the tiles read.</summary>
    public readonly void Run<V>()
        where V : struct, IVector<V>
    {
        for (int channel = 0; channel < Channels; channel++)
            Read<V>(Offsets + (channel * WinogradTiles.Elements), Target + ((nint)channel * Width));
    }

    /// <summary>Transforms a channel. A run may spill over the next, which is written after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Read<V>(int* offsets, float* target)
        where V : struct, IVector<V>
    {
        nint step = Step(Channels, Width);
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
}
