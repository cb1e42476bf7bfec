using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NnGen.Kernels;

namespace NnGen.CompilerServices;

/// <summary>
/// Weights of a root as matrix products read them. A weight that two predictions in a row find unchanged is packed and kept until its
/// version changes, which takes as much memory as the weight itself, so that the next ones need not pack it.
/// </summary>
/// <remarks>
/// Predictions may pack at the same time: each publishes something complete, and holds what it found. Whatever replaces weights while
/// predictions run does so behind <see cref="WeightGate"/>. A weight that somebody may write through a span that he holds is never kept.
/// </remarks>
internal sealed class PackedWeights
{
    /// <summary>Products of fewer rows read weights as they are; of more, packing takes no time beside the product.</summary>
    private const int FewestRows = 5;
    private const int MostRows = 512;

    [ThreadStatic]
    private static PackedWeights? t_current;

    private readonly nint[] _addresses;
    private readonly Entry[] _entries;

    /// <param name="parameters">The parameters of a root.</param>
    public PackedWeights(ReadOnlySpan<Parameter> parameters)
    {
        _entries = new Entry[parameters.Length];
        _addresses = new nint[parameters.Length];
        for (var i = 0; i < parameters.Length; i++)
            (_entries[i], _addresses[i]) = (new Entry(parameters[i]), AddressOf(parameters[i].Storage.Borrow()));
        Array.Sort(_addresses, _entries);
    }

    /// <summary>Makes these weights those that products of this thread find, until the result is disposed.</summary>
    public static Scope Enter(PackedWeights? weights)
    {
        var scope = new Scope(t_current);
        t_current = weights;
        return scope;
    }

    /// <summary>A packed weight; null where none is kept, or this is no prediction.</summary>
    /// <param name="weight">The weight, <paramref name="n"/> by <paramref name="k"/>.</param>
    /// <param name="rows">Rows of the product.</param>
    /// <param name="n">Features of the result.</param>
    /// <param name="k">Features of the input.</param>
    public static PackedOperand? Find(ReadOnlySpan<float> weight, int rows, int n, int k)
        => rows is >= FewestRows and <= MostRows && t_current is { } current ? current.Find(weight, n, k) : null;

    private static nint AddressOf(ReadOnlySpan<float> values) => Address(ref MemoryMarshal.GetReference(values));

    private static unsafe nint Address(ref float first) => (nint)Unsafe.AsPointer(ref first);

    private PackedOperand? Find(ReadOnlySpan<float> weight, int n, int k)
    {
        var index = Array.BinarySearch(_addresses, AddressOf(weight));
        return index < 0 ? null : _entries[index].Find(weight, n, k);
    }

    /// <summary>Restores the weights of the prediction around this one.</summary>
    public readonly ref struct Scope(PackedWeights? outer)
    {
        public void Dispose() => t_current = outer;
    }

    private sealed class Entry(Parameter parameter)
    {
        private Packed? _packed;
        private int _seen = -1;

        public PackedOperand? Find(ReadOnlySpan<float> weight, int n, int k)
        {
            // A lazy layer's parameter has other memory than when this was made.
            var storage = parameter.Storage;
            if (weight.IsEmpty || storage.Length != (long)n * k || storage.IsHeldForWriting || !Unsafe.AreSame(in storage.Borrow()[0], in weight[0]))
                return null;
            var version = storage.Version;
            if (Volatile.Read(ref _packed) is { } packed && packed.Version == version && packed.N == n && packed.Operand.IsCurrent)
                return packed.Operand;
            if (_seen != version)
            {
                (_seen, _packed) = (version, null);
                return null;
            }

            packed = new Packed(new PackedOperand(weight, n, k), version, n);
            Volatile.Write(ref _packed, packed);
            return packed.Operand;
        }
    }

    private sealed record Packed(PackedOperand Operand, int Version, int N);
}
