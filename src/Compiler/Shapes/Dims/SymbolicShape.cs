using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>A tensor's shape at compile time: dims, among them at most one pack of any number of dims; or nothing known.</summary>
internal sealed class SymbolicShape : IEquatable<SymbolicShape>
{
    public static readonly SymbolicShape Unknown = new([], null, [], isKnown: false);
    public static readonly SymbolicShape Scalar = Of();

    private SymbolicShape(IReadOnlyList<Dim> leading, string? pack, IReadOnlyList<Dim> trailing, bool isKnown)
    {
        Leading = leading;
        Pack = pack;
        Trailing = trailing;
        IsKnown = isKnown;
    }

    /// <summary>False where nothing is known, not even the rank.</summary>
    public bool IsKnown { get; }

    /// <summary>Dims before the pack; all dims where there is none.</summary>
    public IReadOnlyList<Dim> Leading { get; }

    /// <summary>Name of the pack without <c>*</c>, or null.</summary>
    public string? Pack { get; }

    /// <summary>Dims after the pack.</summary>
    public IReadOnlyList<Dim> Trailing { get; }

    /// <summary>Whether the number of dims is known.</summary>
    public bool HasRank => IsKnown && Pack is null;

    /// <summary>Number of dims, or null.</summary>
    public int? Rank => HasRank ? Leading.Count : null;

    /// <summary>The dims where the rank is known.</summary>
    public IReadOnlyList<Dim> Dims => HasRank ? Leading : throw new InvalidOperationException("The rank is not known.");

    /// <summary>Product of the dims, or null where nothing is known. A pack counts as the symbol <c>*Name</c>.</summary>
    public Dim? Count
        => IsKnown ? Dim.Product(Leading) * (Pack is null ? Dim.One : Dim.Symbol("*" + Pack)) * Dim.Product(Trailing) : null;

    public static SymbolicShape Of(params Dim[] dims) => new(dims, null, [], isKnown: true);

    public static SymbolicShape Of(IEnumerable<Dim> dims) => new(dims.ToArray(), null, [], isKnown: true);

    public static SymbolicShape WithPack(IEnumerable<Dim> leading, string? pack, IEnumerable<Dim> trailing)
        => pack is null ? Of(leading.Concat(trailing)) : new(leading.ToArray(), pack, trailing.ToArray(), isKnown: true);

    /// <summary>This with every dim replaced.</summary>
    public SymbolicShape Select(Func<Dim, Dim> replacement)
        => IsKnown ? new(Leading.Select(replacement).ToArray(), Pack, Trailing.Select(replacement).ToArray(), isKnown: true) : this;

    /// <summary>In the grammar of <c>[Shape]</c>: <c>N, 64, 12, 12</c>; null where nothing is known.</summary>
    public string? ToText()
    {
        if (!IsKnown)
            return null;
        var dims = Texts(Pack is null ? null : "*" + Pack.TrimStart('?'), dim => dim.ToString().Replace("·", "*").Replace("?", ""));
        return Leading.Count == 0 && Pack is null ? "()" : string.Join(", ", dims);
    }

    /// <summary>For people: <c>[N, 64, 12, 12]</c>, <c>[*B, 10]</c>, <c>[?]</c>.</summary>
    public override string ToString()
        => IsKnown ? "[" + string.Join(", ", Texts(Pack is null ? null : Pack[0] is '?' or '_' ? "..." : "*" + Pack, Display)) + "]" : "[?]";

    public bool Equals(SymbolicShape? other)
        => other is not null && IsKnown == other.IsKnown && Pack == other.Pack
            && Leading.SequenceEqual(other.Leading) && Trailing.SequenceEqual(other.Trailing);

    public override bool Equals(object? obj) => Equals(obj as SymbolicShape);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>A size that contains one that is still open says nothing.</summary>
    private static string Display(Dim dim) => dim.SymbolName?[0] == '_' || dim.Symbols().Any(symbol => symbol.IndexOf('?') >= 0) ? "_" : dim.ToString();

    private IEnumerable<string> Texts(string? pack, Func<Dim, string> text)
        => Leading.Select(text).Concat(pack is null ? [] : [pack]).Concat(Trailing.Select(text));
}
