using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// How the modules that a class holds are created. Where that depends on its constructor parameters in more than the numbers, as on how
/// many blocks a loop makes, it is read again for each instance of which they are known.
/// </summary>
/// <param name="any">Those that can be read whatever the parameters are, by member.</param>
/// <param name="hypers">Constructor parameters.</param>
/// <param name="construct">Reads them with parameters given; null for parameters of which nothing depends.</param>
internal sealed class CreationTable(
    IReadOnlyDictionary<string, CreationIr> any,
    IReadOnlyList<HyperIr> hypers,
    Func<Func<HyperIr, ScalarIr?>, IReadOnlyDictionary<string, CreationIr>?> construct)
{
    private static readonly IReadOnlyDictionary<string, CreationIr> s_none = new Dictionary<string, CreationIr>();

    /// <summary>Of a class that cannot be lowered.</summary>
    public static readonly CreationTable Empty = new(s_none, [], _ => null);

    private readonly Dictionary<string, IReadOnlyDictionary<string, CreationIr>> _constructed = new(StringComparer.Ordinal);

    /// <summary>How a member's module is created; null where that cannot be read.</summary>
    /// <param name="member">The member.</param>
    /// <param name="given">What a constructor parameter is, as a constant; null where it is not known.</param>
    public CreationIr? Find(string member, Func<HyperIr, ScalarIr?>? given = null)
    {
        if (any.TryGetValue(member, out var creation) && creation.IsComplete)
            return creation;
        return Constructed(given ?? (_ => null)).TryGetValue(member, out var constructed) ? constructed : creation;
    }

    /// <summary>The same without a way to read the class again, where that is never needed for its members; else null.</summary>
    public CreationTable? Complete(IEnumerable<MemberIr> members)
        => members.All(member => member.Kind != MemberKind.Module || (any.TryGetValue(member.Name, out var creation) && creation.IsComplete))
            ? new CreationTable(any, hypers, _ => null)
            : null;

    private IReadOnlyDictionary<string, CreationIr> Constructed(Func<HyperIr, ScalarIr?> given)
    {
        lock (_constructed)
        {
            var values = hypers.Select(hyper => (Hyper: hyper, Value: given(hyper))).ToList();
            var key = string.Join(";", values.Select(value => value.Value));
            if (!_constructed.TryGetValue(key, out var creations))
                _constructed[key] = creations = construct(hyper => values.FirstOrDefault(value => value.Hyper == hyper).Value) ?? s_none;
            return creations;
        }
    }
}
