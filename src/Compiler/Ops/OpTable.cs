using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Ops;

/// <summary>Ops by metadata name, compared by content so that steps that depend on it can be skipped.</summary>
internal sealed class OpTable(IEnumerable<OpModel> models) : IEquatable<OpTable>
{
    private readonly ImmutableDictionary<string, OpModel> _models = models
        .GroupBy(m => m.Type, StringComparer.Ordinal)
        .ToImmutableDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public static OpTable Empty { get; } = new([]);

    /// <summary>Number of ops.</summary>
    public int Count => _models.Count;

    /// <summary>The op of that metadata name, or null.</summary>
    public OpModel? this[string type] => _models.TryGetValue(type, out var model) ? model : null;

    /// <summary>The ops of all tables; of ops of one name the first table's.</summary>
    public static OpTable Merge(IEnumerable<OpTable> tables)
    {
        var all = tables.Where(t => t.Count > 0).ToArray();
        return all.Length == 1 ? all[0] : new OpTable(all.SelectMany(t => t._models.Values));
    }

    public bool Equals(OpTable? other)
        => other is not null
            && (ReferenceEquals(this, other)
                || (Count == other.Count && _models.All(m => other._models.TryGetValue(m.Key, out var model) && model.Equals(m.Value))));

    public override bool Equals(object? obj) => Equals(obj as OpTable);

    public override int GetHashCode() => Count;
}
