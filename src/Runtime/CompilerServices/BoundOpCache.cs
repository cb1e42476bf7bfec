namespace NnGen.CompilerServices;

/// <summary>
/// The last results of a contract: calls repeat the same few shapes, and then matching allocates nothing. Entries are immutable
/// and replaced as a whole, so that threads need no lock.
/// </summary>
internal sealed class BoundOpCache
{
    private const int Size = 16;

    private readonly Entry?[] _entries = new Entry?[Size];

    public static int Hash(ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers)
    {
        var hash = inputs.Length;
        foreach (var input in inputs)
        {
            hash = (hash * 31) + (input is null ? -1 : input.Value.Rank);
            if (input is { } shape)
            {
                foreach (var dim in shape.Dims)
                    hash = (hash * 31) + dim;
            }
        }

        foreach (var hyper in hypers)
            hash = (hash * 31) + hyper.GetHashCode();
        return hash;
    }

    public BoundOp? Find(int hash, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers)
        => Volatile.Read(ref _entries[(uint)hash % Size]) is { } entry && entry.Hash == hash && entry.Fits(inputs, hypers) ? entry.Result : null;

    public void Add(int hash, ReadOnlySpan<Shape?> inputs, ReadOnlySpan<ScalarValue> hypers, BoundOp result)
    {
        var copies = new ScalarValue[hypers.Length];
        for (var i = 0; i < copies.Length; i++)
            copies[i] = hypers[i].Copy();
        Volatile.Write(ref _entries[(uint)hash % Size], new Entry(hash, inputs.ToArray(), copies, result));
    }

    private sealed class Entry(int hash, Shape?[] inputs, ScalarValue[] hypers, BoundOp result)
    {
        public int Hash { get; } = hash;

        public BoundOp Result { get; } = result;

        public bool Fits(ReadOnlySpan<Shape?> otherInputs, ReadOnlySpan<ScalarValue> otherHypers)
        {
            if (!hypers.AsSpan().SequenceEqual(otherHypers) || inputs.Length != otherInputs.Length)
                return false;
            for (var i = 0; i < inputs.Length; i++)
            {
                if (inputs[i] is { } shape ? otherInputs[i] is not { } other || shape != other : otherInputs[i] is not null)
                    return false;
            }

            return true;
        }
    }
}
