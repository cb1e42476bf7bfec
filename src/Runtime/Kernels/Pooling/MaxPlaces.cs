using System.Numerics;
using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Places of elements in a channel, counted in floats so that they are chosen as the elements are.</summary>
internal static unsafe class MaxPlaces
{
    /// <summary>A place less than this, added to it, stands in the lowest bits of the sum.</summary>
    private const int Limit = 1 << 23;

    /// <summary>Whether floats can count the places of an input channel.</summary>
    public static bool Fit(in Pooling pooling) => pooling.InputSize < Limit;

    /// <summary>Writes places as integers.</summary>
    /// <param name="indices">Where.</param>
    /// <param name="count">How many.</param>
    /// <param name="written">The first lanes, as many.</param>
    /// <param name="places">The places.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store<V, TIndex>(TIndex* indices, int count, V written, V places)
        where V : struct, IVector<V>
        where TIndex : unmanaged, IBinaryInteger<TIndex>
    {
        V bits = V.And(places + V.Create(Limit), V.Create(BitConverter.Int32BitsToSingle(Limit - 1)));
        if (typeof(TIndex) == typeof(int))
        {
            V.Store((float*)indices, written, bits);
            return;
        }

        int* found = stackalloc int[V.Count];
        V.Store((float*)found, bits);
        for (int i = 0; i < count; i++)
            indices[i] = TIndex.CreateTruncating(found[i]);
    }
}
