namespace NnGen.CompilerServices;

/// <summary>
/// The values that parametrized parameters have in one call: each is computed where the pass first reads it, and stays what it is
/// until the backward pass of that call, whatever other calls compute meanwhile. Their gradients go on to the originals.
/// </summary>
internal sealed class ParametrizedValues
{
    [ThreadStatic]
    private static ParametrizedValues? t_current;

    private readonly List<Entry> _entries = [];

    private ParametrizedValues()
    {
    }

    /// <summary>Those of the pass that runs on this thread; null outside of passes and in evaluation.</summary>
    public static ParametrizedValues? Current => t_current;

    /// <summary>For a call of a module; null where no parameter is parametrized.</summary>
    public static ParametrizedValues? Of(Structure structure)
    {
        foreach (var parameter in structure.Parametrized)
            parameter.RequiresGrad = parameter.Parametrization!.IsTrained;
        return structure.Parametrized.Length == 0 ? null : new ParametrizedValues();
    }

    /// <summary>A copy in memory that does not move, as parameters have it.</summary>
    public static Storage<float> Pinned(Tensor values)
    {
        var storage = Storage<float>.Allocate(values.Count, pinned: true);
        values.AsSpan().CopyTo(storage.Span);
        return storage;
    }

    /// <summary>Makes values those of this thread until the result is disposed. Null: evaluation.</summary>
    public static Scope Enter(ParametrizedValues? values)
    {
        var scope = new Scope(t_current);
        t_current = values;
        return scope;
    }

    /// <summary>The values of a parameter.</summary>
    public Storage<float> Read(Parameter parameter)
    {
        if (Find(parameter) is { } known)
            return known.Values;
        var entry = new Entry(parameter, parameter.Parametrization!.Compute());
        _entries.Add(entry);
        return entry.Values;
    }

    /// <summary>Where the pass writes the gradient of a parameter: unwanted where no original is trained.</summary>
    public Gradient Gradient(Parameter parameter)
    {
        if (Find(parameter) is not { IsWanted: true } entry)
            return NnGen.Gradient.Unwanted;
        var isFirst = entry.Gradient is null;
        entry.Gradient ??= Storage<float>.Allocate(parameter.Count, pinned: true);
        return new Gradient(entry.Gradient.Span, accumulate: !isFirst);
    }

    /// <summary>The values as inputs of the node that records the call.</summary>
    public IEnumerable<Tensor> Inputs => _entries.Select(entry => entry.Value);

    /// <summary>Prepares for a backward pass.</summary>
    /// <param name="inputs">The targets of the node.</param>
    /// <param name="first">Which of them is that of the first value.</param>
    public void BeginBackward(GradientTargets inputs, int first)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            _entries[i].Gradient = null;
            _entries[i].IsWanted = inputs.IsWanted(first + i);
        }
    }

    /// <summary>Hands what the backward pass wrote on to what the values were computed from.</summary>
    /// <inheritdoc cref="BeginBackward"/>
    public void EndBackward(GradientTargets inputs, int first)
    {
        for (var i = 0; i < _entries.Count; i++)
        {
            if (_entries[i].Gradient is { } gradient)
                inputs[first + i].Write(gradient.Span);
            _entries[i].Gradient = null;
        }
    }

    private Entry? Find(Parameter parameter)
    {
        foreach (var entry in _entries)
        {
            if (entry.Parameter == parameter)
                return entry;
        }

        return null;
    }

    /// <summary>Restores the values of the pass around this one.</summary>
    public readonly ref struct Scope(ParametrizedValues? outer)
    {
        public void Dispose() => t_current = outer;
    }

    private sealed class Entry(Parameter parameter, Tensor value)
    {
        public Parameter Parameter { get; } = parameter;

        public Tensor Value { get; } = value;

        public Storage<float> Values { get; } = Pinned(value);

        public Storage<float>? Gradient { get; set; }

        public bool IsWanted { get; set; }
    }
}
