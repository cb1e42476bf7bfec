using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Loads and stores of rows, whose whole vectors take no mask and whose last one does: whether it is that one is a constant of the caller.</summary>
internal static unsafe class Lanes
{
    /// <summary>Loads a vector, or of the last one the lanes that there are and zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Load<V>(float* source, V tail, bool isTail)
        where V : struct, IVector<V>
        => isTail ? V.Load(source, tail) : V.Load(source);

    /// <summary>Stores a vector, or of the last one the lanes that there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V>(float* target, V value, V tail, bool isTail)
        where V : struct, IVector<V>
    {
        if (isTail)
            V.Store(target, tail, value);
        else
            V.Store(target, value);
    }

    /// <summary>The value, with zeros for the lanes that the last vector does not have.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Keep<V>(V value, V tail, bool isTail)
        where V : struct, IVector<V>
        => isTail ? V.And(value, tail) : value;
}
