using System.Runtime.CompilerServices;

namespace NnGen.Kernels;

/// <summary>Where sums are written: over what is there or on top of it.</summary>
internal readonly unsafe struct SumTarget(float* pointer, bool accumulate)
{
    private readonly float* _pointer = pointer;
    private readonly bool _accumulate = accumulate;

    public void Put(long i, float sum) => _pointer[i] = _accumulate ? _pointer[i] + sum : sum;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put<V>(long i, V mask, V sum)
        where V : struct, IVector<V>
        => V.Store(_pointer + i, mask, _accumulate ? V.Load(_pointer + i, mask) + sum : sum);
}
