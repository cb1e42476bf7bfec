using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>What inference knows of one method before it is bound.</summary>
internal sealed class MethodShapes
{
    private readonly SymbolicShape[] _shapes;
    private readonly Dictionary<int, IReadOnlyDictionary<string, Dim>> _dims = [];
    private readonly Dictionary<int, int> _alternatives = [];
    private readonly Dictionary<int, IReadOnlyList<MethodShapes>> _bodies = [];

    public MethodShapes(int values, IEnumerable<string> symbols)
    {
        _shapes = new SymbolicShape[values];
        for (var i = 0; i < values; i++)
            _shapes[i] = SymbolicShape.Unknown;
        Symbols = [.. symbols];
    }

    /// <summary>Symbols that binding can evaluate: those of the inputs' shape texts.</summary>
    public HashSet<string> Symbols { get; }

    /// <summary>Numbers that binding computes, by the name of its local, where they are known.</summary>
    public Dictionary<string, Dim> Numbers { get; } = [];

    /// <summary>The shape of a value.</summary>
    public SymbolicShape this[int id]
    {
        get => id < _shapes.Length ? _shapes[id] : SymbolicShape.Unknown;
        set => _shapes[id] = value;
    }

    /// <summary>Whether two values are known to have one shape.</summary>
    public bool AreEqual(int left, int right) => this[left].IsKnown && this[left].Equals(this[right]);

    /// <summary>Whether two values are known to have different shapes.</summary>
    public bool Differ(int left, int right) => this[left].HasRank && this[right].HasRank && !this[left].Equals(this[right]);

    /// <summary>The size that an op's contract binds to a name, or null.</summary>
    /// <param name="op">The op's statement.</param>
    /// <param name="dim">The contract's name.</param>
    public Dim? DimOf(OpIr op, string dim) => _dims.TryGetValue(op.Results[0], out var dims) && dims.TryGetValue(dim, out var size) ? size : null;

    /// <summary>The alternative of an op's contract that matches, or null.</summary>
    public int? AlternativeOf(OpIr op) => _alternatives.TryGetValue(op.Results[0], out var alternative) ? alternative : null;

    /// <summary>The shapes of the values of an outlined statement's bodies, whichever turn or arm runs.</summary>
    /// <param name="outlined">The statement.</param>
    /// <param name="index">Its number in the method.</param>
    public IReadOnlyList<MethodShapes> OfBodies(OutlinedIr outlined, int index)
        => _bodies.TryGetValue(index, out var shapes) ? shapes : outlined.Bodies.Select(body => new MethodShapes(body.Values.Count, [])).ToList();

    /// <summary>Records what inference found of the bodies of a statement.</summary>
    public void Add(int index, IReadOnlyList<MethodShapes> bodies) => _bodies[index] = bodies;

    /// <summary>Records what inference found of an op.</summary>
    public void Add(OpIr op, IReadOnlyDictionary<string, Dim> dims, int? alternative)
    {
        _dims[op.Results[0]] = dims;
        if (alternative is { } index)
            _alternatives[op.Results[0]] = index;
    }
}
