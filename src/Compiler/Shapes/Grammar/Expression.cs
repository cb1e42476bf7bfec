using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>A size or a condition in a contract.</summary>
/// <param name="Position">Where its text begins.</param>
internal abstract record Expression(int Position);

/// <summary>A number; <c>true</c> is 1 and <c>false</c> is 0.</summary>
internal sealed record NumberExpression(int Position, long Value) : Expression(Position);

/// <summary>A named dim.</summary>
/// <param name="Slot">Index in <see cref="NameTable.Dims"/>.</param>
internal sealed record DimExpression(int Position, string Name, int Slot) : Expression(Position);

/// <summary>A hyperparameter, or an item of one that is a list.</summary>
/// <param name="Slot">Index in <see cref="NameTable.Hypers"/>.</param>
/// <param name="Item">Index into the list, or null.</param>
internal sealed record HyperExpression(int Position, string Name, int Slot, int? Item) : Expression(Position)
{
    public string Display => Item is { } item ? $"{Name}[{item}]" : Name;
}

internal enum Operator
{
    Add,
    Subtract,
    Multiply,

    /// <summary><c>/</c>: a rest is an error.</summary>
    DivideExactly,

    /// <summary><c>//</c> and <c>floor(a / b)</c>.</summary>
    FloorDivide,

    /// <summary><c>ceil(a / b)</c>.</summary>
    CeilDivide,

    /// <summary><c>min(a, b)</c>.</summary>
    Minimum,

    /// <summary><c>a ?? b</c>: b where the hyperparameter a is null.</summary>
    Coalesce,

    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

internal sealed record BinaryExpression(int Position, Operator Operator, Expression Left, Expression Right) : Expression(Position);

internal sealed record NegateExpression(int Position, Expression Operand) : Expression(Position);

internal sealed record NotExpression(int Position, Expression Operand) : Expression(Position);

/// <summary><c>sum(C_i)</c>: over the tensors of a variadic input.</summary>
internal sealed record SumExpression(int Position, string Name, int Slot) : Expression(Position);

/// <summary><c>count(xs)</c>: how many tensors a variadic input has.</summary>
internal sealed record CountExpression(int Position, string Input) : Expression(Position);

internal enum PackFunction
{
    /// <summary><c>prod(*S)</c>: product of the dims.</summary>
    Product,

    /// <summary><c>rank(*S)</c>: how many dims.</summary>
    Rank,

    /// <summary><c>size(*S, dim)</c>: one dim, counted from the end where negative.</summary>
    Size,
}

internal sealed record PackExpression(int Position, PackFunction Function, string Name, int Slot, Expression? Dim) : Expression(Position);

/// <summary>A list argument of a combinator: a hyperparameter, or numbers written out.</summary>
internal sealed record ListExpression(int Position, IReadOnlyList<Expression> Items) : Expression(Position);
