using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>The text of a <c>[Shape]</c>: <c>N, 3, H, W</c>; <c>_</c> is any dim, <c>...</c> any number of dims.</summary>
internal sealed class ShapeText
{
    private readonly NameTable _names;

    private ShapeText(string text, ShapePattern pattern, NameTable names)
    {
        Text = text;
        Pattern = pattern;
        _names = names;
    }

    public string Text { get; }

    public ShapePattern Pattern { get; }

    /// <summary>Names in it, packs with <c>*</c>: dims and hyperparameters alike.</summary>
    public IEnumerable<string> Symbols => _names.Dims.Concat(_names.Hypers).Concat(_names.Packs.Select(pack => "*" + pack));

    /// <exception cref="ContractException">The text is no shape.</exception>
    public static ShapeText Parse(string text)
    {
        var names = new NameTable([]);
        return new ShapeText(text, ContractParser.ParseShape(text, names), names);
    }
}
