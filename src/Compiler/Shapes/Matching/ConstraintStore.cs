using System;
using System.Collections.Generic;
using System.Globalization;

namespace NnGen.Compiler.Shapes;

/// <summary>
/// What is known while a method is inferred: facts about symbols, and what sizes and packs that were left open have become.
/// Open ones have names that begin with <c>?</c>.
/// </summary>
internal sealed class ConstraintStore : DimFacts
{
    private const string PackPrefix = "...";

    private static readonly char[] s_digits = "0123456789".ToCharArray();

    private readonly Dictionary<string, Dim> _dims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DimList<Dim>> _packs = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly List<string> _trail = [];

    /// <summary>Names of inputs' sizes, and whether each counts samples.</summary>
    private readonly Dictionary<string, bool> _sizes = new(StringComparer.Ordinal);

    /// <summary>Lets the names in the shapes of inputs stand for any sizes.</summary>
    /// <param name="inputs">The shapes.</param>
    /// <param name="isSize">Whether a name is no constructor parameter.</param>
    public void Name(IReadOnlyList<SymbolicShape> inputs, Func<string, bool> isSize)
    {
        foreach (var shape in inputs)
        {
            var symbols = new List<Dim>(shape.Leading);
            symbols.AddRange(shape.Trailing);
            for (var i = 0; i < symbols.Count; i++)
            {
                if (symbols[i].SymbolName is { } name && isSize(name))
                    _sizes[name] = (i == 0 && NamedSizes.IsBatch(shape, inputs)) || (_sizes.TryGetValue(name, out var isBatch) && isBatch);
            }
        }
    }

    /// <summary>Whether a symbol is a size of inputs of which nothing is stated.</summary>
    internal bool IsAnySize(string symbol) => _sizes.ContainsKey(symbol) && IsFree(symbol);

    /// <summary>Whether a symbol counts samples.</summary>
    internal bool IsBatch(string symbol) => IsAnySize(symbol) && _sizes[symbol];

    /// <summary>The shape of an input without <c>[Shape]</c>: the first consumer says what it must be.</summary>
    public SymbolicShape FreshShape(string name) => SymbolicShape.WithPack([], FreshName(Capitalize(name) + "Dims"), []);

    /// <summary>A size without a name that the first consumer decides.</summary>
    public Dim FreshDim(string name = "D") => Dim.Symbol(FreshName(name));

    /// <summary>A hyperparameter that cannot be known: of any sign.</summary>
    internal Dim FreshNumber()
    {
        var name = FreshName("H");
        AssumeAnything(name);
        return Dim.Symbol(name);
    }

    /// <summary>The shape with what open sizes and packs have become.</summary>
    public SymbolicShape Resolve(SymbolicShape shape) => shape.IsKnown ? ToShape(Resolve(ToList(shape))) : shape;

    public Dim Resolve(Dim dim)
    {
        if (_trail.Count == 0)
            return dim;
        for (var next = dim.Substitute(Image); !ReferenceEquals(next, dim); next = dim.Substitute(Image))
            dim = next;
        return dim;
    }

    internal static bool IsOpen(string symbol) => symbol[0] == '?';

    internal static bool IsPack(Dim dim) => dim.SymbolName?.StartsWith(PackPrefix, StringComparison.Ordinal) == true;

    /// <summary>The entry of a list that stands for a pack.</summary>
    internal static Dim PackEntry(string name) => Dim.Symbol(PackPrefix + name);

    internal static Dim PackProduct(Dim pack) => Dim.Symbol("*" + PackName(pack));

    internal Dim FreshPack(Dim like) => PackEntry(FreshName(PackName(like).TrimStart('?').TrimEnd(s_digits)));

    internal bool TryBindPack(Dim pack, DimList<Dim> dims)
    {
        var name = PackName(pack);
        if (name[0] != '?')
            return false;
        if (dims.Count == 1 && dims[0] == pack)
            return true;
        for (var i = 0; i < dims.Count; i++)
        {
            if (dims[i] == pack)
                return false;
        }

        _packs.Add(name, new DimList<Dim>(dims.ToArray()));
        _trail.Add(name);
        return true;
    }

    /// <summary>Lets an open size be <paramref name="value"/>.</summary>
    internal bool TryBind(string symbol, Dim value)
    {
        foreach (var other in value.Symbols())
        {
            if (other == symbol)
                return false;
        }

        _dims.Add(symbol, value);
        _trail.Add(symbol);
        return true;
    }

    /// <summary>Where to come back to with <see cref="Undo"/>.</summary>
    internal int Mark() => _trail.Count;

    internal void Undo(int mark)
    {
        for (var i = _trail.Count - 1; i >= mark; i--)
        {
            _dims.Remove(_trail[i]);
            _packs.Remove(_trail[i]);
        }

        _trail.RemoveRange(mark, _trail.Count - mark);
    }

    internal DimList<Dim> Resolve(DimList<Dim> dims)
    {
        if (_trail.Count == 0 || dims.IsAbsent)
            return dims;
        var result = new List<Dim>(dims.Count);
        for (var i = 0; i < dims.Count; i++)
        {
            if (IsPack(dims[i]) && _packs.TryGetValue(PackName(dims[i]), out var content))
                result.AddRange(Resolve(content).ToArray());
            else
                result.Add(Resolve(dims[i]));
        }

        return new DimList<Dim>(result.ToArray());
    }

    /// <summary>A shape as a list in which the pack is one entry.</summary>
    internal static DimList<Dim> ToList(SymbolicShape shape)
    {
        var result = new List<Dim>(shape.Leading);
        if (shape.Pack is not null)
            result.Add(PackEntry(shape.Pack));
        result.AddRange(shape.Trailing);
        return new DimList<Dim>(result.ToArray());
    }

    /// <summary>The reverse of <see cref="ToList"/>; nothing is known of a list with two packs.</summary>
    internal static SymbolicShape ToShape(DimList<Dim> dims)
    {
        var leading = new List<Dim>();
        var trailing = new List<Dim>();
        string? pack = null;
        for (var i = 0; i < dims.Count; i++)
        {
            if (!IsPack(dims[i]))
                (pack is null ? leading : trailing).Add(dims[i]);
            else if (pack is null)
                pack = PackName(dims[i]);
            else
                return SymbolicShape.Unknown;
        }

        return SymbolicShape.WithPack(leading, pack, trailing);
    }

    private static string PackName(Dim pack) => pack.SymbolName!.Substring(PackPrefix.Length);

    private static string Capitalize(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private Dim? Image(string symbol)
    {
        if (_dims.TryGetValue(symbol, out var value))
            return value;
        if (!symbol.StartsWith("*?", StringComparison.Ordinal) || !_packs.TryGetValue(symbol.Substring(1), out var content))
            return null;
        var product = Dim.One;
        for (var i = 0; i < content.Count; i++)
            product *= IsPack(content[i]) ? PackProduct(content[i]) : content[i];
        return product;
    }

    /// <summary>A name for a size or pack that has none and that nothing decides.</summary>
    internal string AnyName() => UniqueName("_");

    private string FreshName(string name) => UniqueName("?" + name);

    private string UniqueName(string name)
    {
        var unique = name;
        for (var i = 2; !_names.Add(unique); i++)
            unique = name + i.ToString(CultureInfo.InvariantCulture);
        return unique;
    }
}
