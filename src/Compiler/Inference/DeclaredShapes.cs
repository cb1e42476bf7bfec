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
    /// <param name="symbol">What a name stands for; null where that is not known.</param>
    /// <param name="store">Gives sizes written <c>_</c>.</param>
    public static SymbolicShape Of(string text, Func<string, Dim?> symbol, ConstraintStore store)
    {
        if (Parse(text) is not { } parsed)
            return SymbolicShape.Unknown;
        var leading = new List<Dim>();
        var trailing = new List<Dim>();
        string? pack = null;
        foreach (var element in parsed.Pattern.Elements)
        {
            if (element is PackElement dims)
            {
                pack = dims.Name ?? store.FreshShape("input").Pack;
                continue;
            }

            var size = element switch
            {
                SizeElement { Broadcasts: false } sized => Evaluate(sized.Size, symbol),
                AnyElement => store.FreshDim(),
                _ => null,
            };
            if (size is null)
                return SymbolicShape.Unknown;
            (pack is null ? leading : trailing).Add(size);
        }

        return SymbolicShape.WithPack(leading, pack, trailing);
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

    private static Dim? Evaluate(Expression expression, Func<string, Dim?> symbol)
    {
        switch (expression)
        {
            case NumberExpression number:
                return number.Value;
            case DimExpression dim:
                return symbol(dim.Name);
            case NegateExpression negate:
                return Evaluate(negate.Operand, symbol) is { } operand ? -operand : null;
            case BinaryExpression binary:
                return Evaluate(binary.Left, symbol) is { } left && Evaluate(binary.Right, symbol) is { } right ? Apply(binary.Operator, left, right) : null;
            default:
                return null;
        }
    }

    private static Dim? Apply(Operator @operator, Dim left, Dim right) => @operator switch
    {
        Operator.Add => left + right,
        Operator.Subtract => left - right,
        Operator.Multiply => left * right,
        Operator.DivideExactly => left.DivideExactly(right),
        Operator.FloorDivide when right != Dim.Zero => Dim.FloorDivide(left, right),
        Operator.CeilDivide when right != Dim.Zero => Dim.CeilDivide(left, right),
        _ => null,
    };
}
