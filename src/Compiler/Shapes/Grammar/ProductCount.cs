using System;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>
/// How many products an op adds up: a size over the dims of its contract, where the name of a tensor stands for the number of its
/// elements. <c>einsum(xs, equation)</c> is the product of the sizes of all labels.
/// </summary>
internal sealed class ProductCount
{
    private readonly ShapeElement _text;

    private ProductCount(ShapeElement text) => _text = text;

    /// <summary>The variadic input of an equation and the hyperparameter that holds it; null where sizes are given.</summary>
    public (string Operands, string Equation)? Einsum
        => _text is CombinatorElement { Variadic: { } operands } rule ? (operands, ((DimExpression)rule.Arguments[0]).Name) : null;

    /// <summary>Reads a count over the names of a contract.</summary>
    /// <exception cref="ContractException">The text is no size, or names what the contract does not.</exception>
    public static ProductCount Parse(string text, Contract contract)
    {
        var names = new NameTable([]);
        var shape = ContractParser.ParseShape(text, names, isInput: false);
        if (shape.Elements.Count != 1 || shape.Elements[0] is not (SizeElement { Broadcasts: false } or CombinatorElement { Combinator: Combinator.Einsum }))
            throw new ContractException(0, text.Length, $"'{text}' does not count multiply-adds: it is no size.");
        var tensors = contract.Inputs.Concat(contract.Outputs).Select(tensor => tensor.Name);
        var known = contract.DimNames.Concat(contract.Hypers).Concat(tensors).ToList();
        if (names.Dims.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new ContractException(0, text.Length, $"'{text}' counts multiply-adds by '{unknown}', which the contract does not name.");
        return new ProductCount(shape.Elements[0]);
    }

    /// <summary>The count.</summary>
    /// <param name="size">The size of a dim, the number of elements of a tensor, or the value of a hyperparameter.</param>
    public long Evaluate(Func<string, long> size) => Evaluate(((SizeElement)_text).Size, size);

    private static long Evaluate(Expression expression, Func<string, long> size) => expression switch
    {
        NumberExpression number => number.Value,
        DimExpression dim => size(dim.Name),
        NegateExpression negate => -Evaluate(negate.Operand, size),
        BinaryExpression binary => Apply(binary.Operator, Evaluate(binary.Left, size), Evaluate(binary.Right, size)),
        _ => throw new ArgumentException($"'{ExpressionText.Write(expression)}' counts nothing."),
    };

    private static long Apply(Operator @operator, long left, long right) => checked(@operator switch
    {
        Operator.Add => left + right,
        Operator.Subtract => left - right,
        Operator.Multiply => left * right,
        Operator.DivideExactly or Operator.FloorDivide => left / right,
        Operator.Minimum => Math.Min(left, right),
        _ => throw new ArgumentOutOfRangeException(nameof(@operator)),
    });
}
