using System.Collections.Immutable;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Conditions that hold, or do not, where a statement stands: those of the arms around it, over values of the method.</summary>
internal sealed class Facts
{
    private readonly ImmutableDictionary<ScalarIr, bool> _known;

    private Facts(ImmutableDictionary<ScalarIr, bool> known) => _known = known;

    public static Facts None { get; } = new(ImmutableDictionary<ScalarIr, bool>.Empty);

    /// <summary>These and one more.</summary>
    public Facts With(ScalarIr condition, bool value) => new(_known.SetItem(condition, value));

    /// <summary>Whether a condition holds; null where that is not known.</summary>
    public bool? Holds(ScalarIr condition) => _known.TryGetValue(condition, out var value) ? value : null;
}
