namespace NnGen.CompilerServices;

/// <summary>What a module needs to run as a root: made at its first entry, so that layers that are only children have none.</summary>
internal sealed class ModuleRuntime(Module root)
{
    private readonly object _changing = new();
    private readonly PlanCache _plans = new();
    private Structure _structure = Structure.Of(root, version: 0);

    /// <summary>The memory of its passes.</summary>
    public WorkspacePool Pool { get; } = new();

    /// <summary>Held by a pass that adds to the gradients of parameters: those of concurrent calls add up one after the other.</summary>
    public object Gradients { get; } = new();

    /// <summary>The structure as it is now.</summary>
    public Structure CurrentStructure()
    {
        var structure = Volatile.Read(ref _structure);
        if (structure.Matches(root))
            return structure;

        lock (_changing)
        {
            if (!_structure.Matches(root))
                Volatile.Write(ref _structure, Structure.Of(root, _structure.Version + 1));
            return _structure;
        }
    }

    /// <summary>The plan for these inputs, bound now unless it is kept from before.</summary>
    public Plan PlanFor(ref Structure structure, string method, PlanKind kind, ReadOnlySpan<TensorBase?> inputs, ReadOnlySpan<ScalarArgument> scalars)
    {
        if (_plans.Find(structure, method, kind, inputs, scalars) is { } known)
            return known;

        var shapes = new Shape?[inputs.Length];
        for (var i = 0; i < shapes.Length; i++)
            shapes[i] = inputs[i]?.Shape;
        return Bind(ref structure, method, kind, shapes, [.. scalars]);
    }

    /// <summary>
    /// The plan without backward for one input of <paramref name="count"/> elements, of whose sizes at most one, given as -1, is
    /// open.
    /// </summary>
    public Plan PlanFor(Structure structure, string method, int count, ReadOnlySpan<int> dims)
        => _plans.Find(structure, method, count, dims) ?? Bind(ref structure, method, PlanKind.ForwardOnly, [ShapeOf(count, dims)], []);

    private static Shape ShapeOf(int count, ReadOnlySpan<int> dims)
    {
        var known = 1L;
        foreach (var dim in dims)
            known *= dim < 0 ? 1 : dim;
        var sizes = dims.ToArray();
        if (sizes.AsSpan().IndexOf(-1) is var open and >= 0 && known > 0)
            sizes[open] = (int)(count / known);
        return Shape.Create(sizes) is var shape && shape.Count == count && count > 0
            ? shape
            : throw new ArgumentException($"{count} elements do not fill an input of shape [{string.Join(", ", dims.ToArray().Select(dim => dim < 0 ? "_" : $"{dim}"))}].");
    }

    /// <summary>Binds a plan. What lazy layers get their sizes from is the structure's too.</summary>
    private Plan Bind(ref Structure structure, string method, PlanKind kind, Shape?[] shapes, ScalarArgument[] scalars)
    {
        var plan = root.Bind(method, shapes, scalars, kind);
        structure = CurrentStructure();
        _plans.Add(structure, method, shapes, scalars, plan);
        return plan;
    }
}
