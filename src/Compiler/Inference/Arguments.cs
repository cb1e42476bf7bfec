using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>What constructor parameters are: symbols where any instance is meant, values where one is called that is created with known arguments.</summary>
internal sealed class Arguments
{
    /// <summary>Of any instance: symbols; a list of any length is none.</summary>
    public static readonly Arguments Symbols = new((type, name)
        => type is "global::NnGen.Sizes" or "global::NnGen.Shape" or "int[]" ? HyperValue<Dim>.Unknown : HyperValue<Dim>.Of(Dim.Symbol(name)));

    /// <summary>Of an instance of which nothing is known.</summary>
    public static readonly Arguments None = new((_, _) => HyperValue<Dim>.Unknown);

    private readonly Func<string, string, HyperValue<Dim>> _find;

    private readonly ImmutableHashSet<string> _turns;

    private Arguments(Func<string, string, HyperValue<Dim>> find, ImmutableHashSet<string>? turns = null) => (_find, _turns) = (find, turns ?? ImmutableHashSet<string>.Empty);

    /// <summary>Of one instance, by parameter name; what is not among them is unknown.</summary>
    public static Arguments Of(IReadOnlyDictionary<string, HyperValue<Dim>> values)
        => new((_, name) => values.TryGetValue(name, out var value) ? value : Item(values, name));

    /// <summary>The value of a parameter.</summary>
    /// <param name="type">Its C# type.</param>
    /// <param name="name">Its name; <c>kernelSize[0]</c> is an item of one.</param>
    public HyperValue<Dim> Find(string type, string name) => _find(type, name);

    /// <summary>The same with one more name: the variable of a loop.</summary>
    public Arguments With(string name, Dim value) => new((type, other) => other == name ? HyperValue<Dim>.Of(value) : _find(type, other), _turns.Add(name));

    /// <summary>Whether a name is the variable of a loop whose turns are known.</summary>
    public bool IsTurn(string name) => _turns.Contains(name);

    /// <summary>An item of a size: a number stands for each of its items.</summary>
    private static HyperValue<Dim> Item(IReadOnlyDictionary<string, HyperValue<Dim>> values, string name)
    {
        var bracket = name.IndexOf('[');
        if (bracket < 0 || !values.TryGetValue(name.Substring(0, bracket), out var value))
            return HyperValue<Dim>.Unknown;
        var index = int.Parse(name.Substring(bracket + 1, name.Length - bracket - 2), System.Globalization.CultureInfo.InvariantCulture);
        return value switch
        {
            { Kind: HyperKind.List } when index < value.Items!.Length => HyperValue<Dim>.Of(value.Items[index]),
            { Kind: HyperKind.Number } => value,
            _ => HyperValue<Dim>.Unknown,
        };
    }
}
