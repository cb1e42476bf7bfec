using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>The gradients of what some tiles give, transformed: each of their 16 elements is a matrix [tiles, channels].</summary>
internal unsafe struct WinogradOutputGradient
{
    /// <summary>How the gradients lie, with a window of 2 by 2 for each tile, and where the windows begin.</summary>
    public ChannelsLast Layout;
    public float* Cells;
    public int* Places;

    /// <summary>The tiles.</summary>
    public int First;
    public int Count;

    /// <summary>The matrices, in stretches of channels as the gradients are.</summary>
    public float* Target;

    /// <summary>Transforms the gradients.</summary>
    public readonly void Run<V>()
        where V : struct, IVector<V>
    {
        var vectors = Layout.Stretches;
        for (int stretch = 0; stretch < vectors.Pieces; stretch++)
        {
            int first = vectors.Start(stretch), width = vectors.Start(stretch + 1) - first;
            float* target = Target + ((nint)first * V.Count * Count);
            for (int vector = 0; vector < width; vector++)
                Read<V>(Cells + ((nint)stretch * Layout.StretchLength) + (vector * V.Count), target + (vector * V.Count), width * V.Count);
        }
    }

    /// <summary>Transforms a vector of channels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private readonly void Read<V>(float* cells, float* target, int width)
        where V : struct, IVector<V>
    {
        nint step = WinogradInput.Step(Layout.Channels, Count);
        int right = Layout.Offset(1), below = Layout.Offset(2);
        for (int tile = 0; tile < Count; tile++, target += width)
        {
            float* source = cells + Places[First + tile];
            V top0 = V.Load(source), top1 = V.Load(source + right), bottom0 = V.Load(source + below), bottom1 = V.Load(source + below + right);
            Store(top0, top1, target, step);
            Store(top0 + bottom0, top1 + bottom1, target + (4 * step), step);
            Store(top0 - bottom0, top1 - bottom1, target + (8 * step), step);
            Store(-bottom0, -bottom1, target + (12 * step), step);
        }
    }

    /// <summary>The transpose of how four products are summed to two outputs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V>(V y0, V y1, float* target, nint step)
        where V : struct, IVector<V>
    {
        V.Store(target, y0);
        V.Store(target + step, y0 + y1);
        V.Store(target + (2 * step), y0 - y1);
        V.Store(target + (3 * step), -y1);
    }
}
