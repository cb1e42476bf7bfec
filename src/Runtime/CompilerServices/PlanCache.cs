namespace NnGen.CompilerServices;

/// <summary>
/// The plans that a root has bound: a bounded table from method, kind, input shapes and plain values, from which the longest unused plan
/// leaves. Look-ups take no lock and allocate nothing; the plan used last is compared first.
/// </summary>
internal sealed class PlanCache
{
    private const int Capacity = 32;

    private readonly object _changing = new();
    private Entry[] _entries = [];
    private Entry? _last;
    private long _clock;

    /// <summary>The plan bound for these inputs, or null.</summary>
    public Plan? Find(Structure structure, string method, PlanKind kind, ReadOnlySpan<TensorBase?> inputs, ReadOnlySpan<ScalarArgument> scalars)
    {
        if (Volatile.Read(ref _last) is { } last && last.IsFor(structure, method, kind, inputs, scalars))
            return last.Plan;

        foreach (var entry in Volatile.Read(ref _entries))
        {
            if (entry.IsFor(structure, method, kind, inputs, scalars))
                return Use(entry);
        }

        return null;
    }

    /// <summary>The plan without backward bound for one input that is known by its number of elements and all sizes but one.</summary>
    /// <param name="structure">The root's structure.</param>
    /// <param name="method">Key of the method.</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="dims">The sizes, -1 for the one that follows from the count.</param>
    public Plan? Find(Structure structure, string method, int count, ReadOnlySpan<int> dims)
    {
        if (Volatile.Read(ref _last) is { } last && last.IsFor(structure, method, count, dims))
            return last.Plan;

        foreach (var entry in Volatile.Read(ref _entries))
        {
            if (entry.IsFor(structure, method, count, dims))
                return Use(entry);
        }

        return null;
    }

    /// <summary>Keeps a plan.</summary>
    public void Add(Structure structure, string method, Shape?[] inputs, ScalarArgument[] scalars, Plan plan)
    {
        lock (_changing)
        {
            // Plans of an older structure are never found again.
            var kept = _entries.Where(entry => entry.Structure == structure).OrderByDescending(entry => entry.LastUse).Take(Capacity - 1);
            var added = new Entry(structure, method, inputs, scalars, plan);
            Volatile.Write(ref _entries, [.. kept, added]);
            Use(added);
        }
    }

    private Plan Use(Entry entry)
    {
        entry.LastUse = Interlocked.Increment(ref _clock);
        Volatile.Write(ref _last, entry);
        return entry.Plan;
    }

    private sealed class Entry(Structure structure, string method, Shape?[] inputs, ScalarArgument[] scalars, Plan plan)
    {
        private readonly string _method = method;

        public Structure Structure { get; } = structure;

        public Plan Plan { get; } = plan;

        public long LastUse { get; set; }

        public bool IsFor(Structure structure, string method, PlanKind kind, ReadOnlySpan<TensorBase?> tensors, ReadOnlySpan<ScalarArgument> values)
        {
            if (Structure != structure || !string.Equals(_method, method, StringComparison.Ordinal) || Plan.Kind != kind || tensors.Length != inputs.Length || !values.SequenceEqual(scalars))
                return false;
            for (var i = 0; i < tensors.Length; i++)
            {
                if (!(inputs[i] is { } shape ? tensors[i] is { } tensor && tensor.Shape == shape : tensors[i] is null))
                    return false;
            }

            return true;
        }

        public bool IsFor(Structure structure, string method, int count, ReadOnlySpan<int> dims)
        {
            if (Structure != structure || !string.Equals(_method, method, StringComparison.Ordinal) || Plan.Kind != PlanKind.ForwardOnly)
                return false;
            if (inputs is not [{ } shape] || shape.Rank != dims.Length || shape.Count != count)
                return false;
            for (var i = 0; i < dims.Length; i++)
            {
                if (dims[i] >= 0 && dims[i] != shape[i])
                    return false;
            }

            return true;
        }
    }
}
