namespace NnGen.Compiler.Shapes;

/// <summary>The dim that a size in an input determines: <c>K</c>, <c>2*K</c>, <c>K + 1</c>.</summary>
internal static class SolvableDim
{
    /// <summary>The only dim of the expression, under <c>+ - *</c> alone, or null.</summary>
    public static DimExpression? Find(Expression expression) => expression switch
    {
        DimExpression dim => dim,
        BinaryExpression { Operator: Operator.Add or Operator.Subtract or Operator.Multiply } binary
            => Find(binary.Left) is { } left ? (HasDim(binary.Right) ? null : left) : HasDim(binary.Left) ? null : Find(binary.Right),
        _ => null,
    };

    private static bool HasDim(Expression expression) => expression switch
    {
        DimExpression or SumExpression or CountExpression or PackExpression => true,
        BinaryExpression binary => HasDim(binary.Left) || HasDim(binary.Right),
        NegateExpression negate => HasDim(negate.Operand),
        _ => false,
    };
}
