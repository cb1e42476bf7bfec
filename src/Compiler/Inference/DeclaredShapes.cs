using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>Shapes that a user or a contract states as text, as polynomials.</summary>
internal static class DeclaredShapes
{
    /// <summary>The shape of a text; unknown where the text is no shape or a part of it has no polynomial.</summary>
    /// <param name="text">The text of a <c>[Shape]</c>.</param>
    /// <param name="symbol">What a name stands for; null for one that stands for itself.</param>
    /// <param name="store">Gives sizes written <c>_</c>.</param>
    public static SymbolicShape Of(string text, Func<string, Dim?> symbol, ConstraintStore store)
    {
        try
        {
            return Parse(text)?.ToShape(symbol, store) ?? SymbolicShape.Unknown;
        }
        catch (ContractException)
        {
            return SymbolicShape.Unknown;
        }
    }

    /// <summary>Names to which a tensor of this shape gives a size: those that stand alone as a dim, packs with <c>*</c>.</summary>
    public static IEnumerable<string> Bound(string text)
        => Parse(text)?.Pattern.Elements.Select(element => element switch
        {
            SizeElement { Size: DimExpression dim } => dim.Name,
            PackElement { Name: { } name } => "*" + name,
            _ => null,
        }).OfType<string>() ?? [];

    /// <summary>All names have no meaning yet: what is a dim and what a hyperparameter depends on who reads the text.</summary>
    private static ShapeText? Parse(string text)
    {
        try
        {
            return ShapeText.Parse(text);
        }
        catch (ContractException)
        {
            return null;
        }
    }
}
