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

    /// <summary>The shape with names as symbols. Dims that may be 1 instead (<c>#d</c>) are as any other.</summary>
    /// <param name="hyper">Value of a hyperparameter; null for a name that is none.</param>
    /// <param name="store">Gives <c>_</c> and <c>...</c> names of their own.</param>
    public SymbolicShape ToShape(Func<string, Dim?> hyper, ConstraintStore store)
        => ConstraintStore.ToShape(new DimList<Dim>(Pattern.Elements.Select(element => Entry(element, hyper, store)).ToArray()));

    private static Dim Entry(ShapeElement element, Func<string, Dim?> hyper, ConstraintStore store) => element switch
    {
        PackElement { Name: { } name, Broadcasts: false } => ConstraintStore.PackEntry(name),
        PackElement => ConstraintStore.PackEntry(store.AnyName()),
        SizeElement { Broadcasts: false } size => Evaluate(size.Size, hyper),
        _ => Dim.Symbol(store.AnyName()),
    };

    private static Dim Evaluate(Expression expression, Func<string, Dim?> hyper) => expression switch
    {
        NumberExpression number => number.Value,
        DimExpression dim => hyper(dim.Name) ?? Dim.Symbol(dim.Name),
        HyperExpression item => hyper(item.Display) ?? Dim.Symbol(item.Display),
        NegateExpression negate => -Evaluate(negate.Operand, hyper),
        BinaryExpression binary => Apply(binary.Operator, Evaluate(binary.Left, hyper), Evaluate(binary.Right, hyper)),
        _ => throw new ContractException(expression.Position, 1, $"'{ExpressionText.Write(expression)}' is no size of a [Shape]."),
    };

    private static Dim Apply(Operator @operator, Dim left, Dim right) => @operator switch
    {
        Operator.Add => left + right,
        Operator.Subtract => left - right,
        Operator.Multiply => left * right,
        _ when right == Dim.Zero => throw new ContractException(0, 1, $"{left} is divided by 0."),
        Operator.CeilDivide => Dim.CeilDivide(left, right),
        Operator.Minimum or Operator.Coalesce => throw new ContractException(0, 1, "'min' and '??' stand in contracts of ops, not in a [Shape]."),
        _ => Dim.FloorDivide(left, right),
    };
}
