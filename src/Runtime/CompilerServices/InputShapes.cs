using System.ComponentModel;
using NnGen.Compiler.Shapes;

namespace NnGen.CompilerServices;

/// <summary>The shapes that a module declares for the inputs of its Forward. Generated code tells them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InputShapes
{
    private static readonly string[] s_batches = ["N", "B", "batch", "Batch", "*N", "*B"];

    private readonly Dictionary<string, long> _hypers = new(StringComparer.Ordinal);
    private readonly List<ShapeText?> _inputs = [];
    private bool _isOpen;

    private InputShapes()
    {
    }

    /// <summary>Names whose sizes nobody has said, packs with <c>*</c>, in the order of the inputs.</summary>
    internal IReadOnlyList<string> Symbols
        => _inputs.OfType<ShapeText>().SelectMany(SymbolsOf).Where(name => !_hypers.ContainsKey(name)).Distinct().ToList();

    /// <summary>The name that stands for the size of a batch: by what it is called, else the first size of the first input; null where that is a number.</summary>
    internal string? Batch
        => s_batches.FirstOrDefault(Symbols.Contains)
            ?? (_inputs.OfType<ShapeText>().FirstOrDefault() is { } first && SymbolsOf(first).FirstOrDefault() is { } name && first.Text.Split(',')[0].Trim() == name ? name : null);

    /// <summary>The texts, as messages show them.</summary>
    internal string Text => string.Join(", ", _inputs.Select(input => input is null ? "null" : $"[{input.Text}]"));

    /// <summary>What a module declares; null where it does not declare every input.</summary>
    internal static InputShapes? Of(Module module) => Told(module) is { _inputs.Count: > 0, _isOpen: false } inputs ? inputs : null;

    /// <summary>Shapes of the first inputs of a module, followed by those that may be left out.</summary>
    internal static Shape?[] Complete(Module module, Shape?[] given)
        => [.. given, .. new Shape?[Math.Max(0, Told(module)._inputs.Count - given.Length)]];

    /// <summary>States the value of a hyperparameter that shape texts name.</summary>
    public void Hyper(string name, long value) => _hypers[name] = value;

    /// <summary>States the text of an input's <c>[Shape]</c>; null where there is none.</summary>
    public void Input(string? shapeText)
    {
        _isOpen |= shapeText is null;
        _inputs.Add(shapeText is null ? null : ShapeText.Parse(shapeText));
    }

    /// <summary>States that an input may be left out.</summary>
    public void Optional() => _inputs.Add(null);

    /// <summary>The shapes for sizes of all symbols; a pack is one dim.</summary>
    internal Shape?[] With(Func<string, int> size)
    {
        var store = new ConstraintStore();
        return [.. _inputs.Select(text => text is null ? default(Shape?) : Numbers(text))];

        Shape Numbers(ShapeText text)
        {
            var shape = text.ToShape(name => _hypers.TryGetValue(name, out var value) ? value : size(name), store);
            var dims = shape.Leading.Concat(shape.Pack is { } pack ? [(Dim)size("*" + pack)] : []).Concat(shape.Trailing);
            return dims.Select(dim => checked((int)dim.Evaluate(name => size(name)))).ToArray();
        }
    }

    private static InputShapes Told(Module module)
    {
        var inputs = new InputShapes();
        module.VisitInputsOf(inputs);
        return inputs;
    }

    /// <summary>Names in the order of the dims; what has no name is one too.</summary>
    private static IEnumerable<string> SymbolsOf(ShapeText text) => text.Pattern.IsAnonymous ? text.Symbols.Append("_") : text.Symbols;
}
