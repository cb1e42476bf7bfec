using System.Runtime.InteropServices;

namespace NnGen.Kernels;

/// <summary>An operand as large as the result that it is broadcast to: itself, or a copy in working memory.</summary>
internal static class Repeated
{
    /// <summary>Room, in floats, that <see cref="Expand"/> needs.</summary>
    public static long Room<T>(Shape shape, Shape target)
        where T : unmanaged
        => shape == target ? 0 : (((long)target.Count * System.Runtime.CompilerServices.Unsafe.SizeOf<T>()) + 3) / sizeof(float);

    /// <summary>The operand, repeated where its shape is smaller than the result's.</summary>
    /// <param name="x">The operand.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="target">Shape of the result.</param>
    /// <param name="scratch">Memory of <see cref="Room"/> floats.</param>
    public static ReadOnlySpan<T> Expand<T>(ReadOnlySpan<T> x, Shape shape, Shape target, Scratch scratch)
        where T : unmanaged
    {
        if (shape == target)
            return x;
        var copy = MemoryMarshal.Cast<float, T>(scratch.Span((int)Room<T>(shape, target)))[..target.Count];
        Span<int> strides = stackalloc int[target.Rank];
        DimSums.BroadcastStrides(shape, target, strides);
        StridedCopy.Gather(x, target, strides, copy);
        return copy;
    }
}
