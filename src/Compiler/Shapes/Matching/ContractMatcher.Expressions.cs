namespace NnGen.Compiler.Shapes;

// Sizes and conditions.
internal sealed partial class ContractMatcher<TDim, TAlgebra>
{
    /// <summary>The value of a size; false where a name has none yet, or where the match has failed.</summary>
    private bool TryEvaluate(Expression expression, out TDim value)
    {
        switch (expression)
        {
            case NumberExpression number:
                value = algebra.Number(number.Value);
                return true;
            case DimExpression dim:
                value = _bindings.Dim(dim.Slot);
                return _bindings.HasDim(dim.Slot);
            case HyperExpression hyper:
                return TryEvaluate(hyper, out value);
            case SumExpression sum:
                value = _bindings.Sum(sum.Slot);
                return true;
            case CountExpression:
                value = algebra.Number(_variadicCount);
                return true;
            case NegateExpression negate:
                var isNegated = TryEvaluate(negate.Operand, out var operand);
                value = isNegated ? algebra.Subtract(algebra.Number(0), operand) : operand;
                return isNegated;
            case PackExpression pack:
                return TryEvaluate(pack, out value);
            case BinaryExpression { Operator: Operator.Coalesce, Left: HyperExpression hyper } coalesce:
                return TryEvaluate(IsNull(hyper) ? coalesce.Right : hyper, out value);
            case BinaryExpression binary:
                value = default!;
                return TryEvaluate(binary.Left, out var left)
                    && TryEvaluate(binary.Right, out var right)
                    && TryApply(binary, left, right, out value);
            default:
                value = default!;
                return Fail(_explains ? new ArithmeticMismatch($"'{ExpressionText.Write(expression)}' is no size") : null);
        }
    }

    /// <summary>Whether a hyperparameter is null, or its item: that is <see cref="int.MinValue"/>, which is no size.</summary>
    private bool IsNull(HyperExpression hyper)
    {
        var given = _hypers[hyper.Slot];
        return given.Kind == HyperKind.Absent
            || (given.Kind == HyperKind.List && hyper.Item is { } item && item >= 0 && item < given.Items!.Length && algebra.ToNumber(given.Items[item]) == int.MinValue);
    }

    private bool TryApply(BinaryExpression binary, TDim left, TDim right, out TDim value)
    {
        switch (binary.Operator)
        {
            case Operator.Add:
                value = algebra.Add(left, right);
                return true;
            case Operator.Subtract:
                value = algebra.Subtract(left, right);
                return true;
            case Operator.Multiply:
                value = algebra.Multiply(left, right);
                return true;
            case Operator.FloorDivide:
                value = algebra.FloorDivide(left, right);
                return true;
            case Operator.CeilDivide:
                var zero = algebra.Number(0);
                value = algebra.Subtract(zero, algebra.FloorDivide(algebra.Subtract(zero, left), right));
                return true;
            case Operator.Minimum:
                value = Minimum(left, right);
                return true;
            default:
                return TryDivide(left, right, binary, out value);
        }
    }

    /// <summary>The smaller size; one of its own where it is not known which that is.</summary>
    private TDim Minimum(TDim left, TDim right) => algebra.IsAtLeast(right, left) switch
    {
        Truth.Proven => left,
        Truth.Refuted => right,
        _ => algebra.IsAtLeast(left, right) == Truth.Proven ? right : algebra.FreshNumber(),
    };

    private bool TryDivide(TDim left, TDim right, Expression source, out TDim value)
    {
        value = default!;
        var truth = algebra.Divides(right, left);
        if (!Settle(truth, Matters(truth) ? new DivisibilityMismatch(ExpressionText.Write(source), algebra.ToDim(left), algebra.ToDim(right)) : null))
            return false;
        value = algebra.FloorDivide(left, right);
        return true;
    }

    private bool TryEvaluate(HyperExpression hyper, out TDim value)
    {
        var given = _hypers[hyper.Slot];
        value = given.Number;
        switch (given.Kind)
        {
            case HyperKind.Number:
                // One number given for a list stands for each of its items.
                return true;
            case HyperKind.List when hyper.Item is { } item:
                var index = item < 0 ? item + given.Items!.Length : item;
                if (index >= 0 && index < given.Items!.Length)
                {
                    value = given.Items[index];
                    return true;
                }

                return Fail(_explains ? new ArithmeticMismatch($"'{hyper.Name}' has {given.Items!.Length} items, but {hyper.Display} is needed") : null);
            case HyperKind.Unknown:
                value = algebra.FreshNumber();
                return true;
            default:
                return Fail(_explains ? new ArithmeticMismatch($"'{hyper.Display}' is needed as a size") : null);
        }
    }

    private bool TryEvaluate(PackExpression pack, out TDim value)
    {
        value = default!;
        if (!_bindings.HasPack(pack.Slot))
            return false;
        var dims = algebra.Resolve(_bindings.Pack(pack.Slot));
        switch (pack.Function)
        {
            case PackFunction.Product:
                value = Product(dims, 0, dims.Count);
                return true;
            case PackFunction.Rank:
                value = FindPack(dims) < 0 ? algebra.Number(dims.Count) : algebra.FreshDim();
                return true;
            default:
                if (!TryEvaluate(pack.Dim!, out var axis) || !TryFindAxis(dims, axis, dims.Count, out var index))
                    return false;
                value = index is { } known ? dims[known] : algebra.FreshDim();
                return true;
        }
    }

    private TDim Product(DimList<TDim> dims, int start, int end)
    {
        var product = algebra.Number(1);
        for (var i = start; i < end; i++)
            product = algebra.Multiply(product, algebra.IsPack(dims[i]) ? algebra.PackProduct(dims[i]) : dims[i]);
        return product;
    }

    private Truth Holds(Expression condition)
    {
        switch (condition)
        {
            case NotExpression not:
                return Holds(not.Operand).Not();
            case BinaryExpression { Operator: Operator.And } and:
                return Holds(and.Left).And(Holds(and.Right));
            case BinaryExpression { Operator: Operator.Or } or:
                return Holds(or.Left).Or(Holds(or.Right));
            case BinaryExpression { Operator: >= Operator.Equal } comparison:
                return Compare(comparison);
            default:
                return HasUnknown(condition) ? Truth.Unknown
                    : TryEvaluate(condition, out var value) ? algebra.AreEqual(value, algebra.Number(0)).Not()
                    : Truth.Refuted;
        }
    }

    private Truth Compare(BinaryExpression comparison)
    {
        if (HasUnknown(comparison.Left) || HasUnknown(comparison.Right))
            return Truth.Unknown;
        if (!TryEvaluate(comparison.Left, out var left) || !TryEvaluate(comparison.Right, out var right))
            return Truth.Refuted;
        return comparison.Operator switch
        {
            Operator.Equal => algebra.AreEqual(left, right),
            Operator.NotEqual => algebra.AreEqual(left, right).Not(),
            Operator.Less => algebra.IsAtLeast(left, right).Not(),
            Operator.LessOrEqual => algebra.IsAtLeast(right, left),
            Operator.Greater => algebra.IsAtLeast(right, left).Not(),
            _ => algebra.IsAtLeast(left, right),
        };
    }

    private bool HasUnknown(Expression expression) => expression switch
    {
        HyperExpression hyper => _hypers[hyper.Slot].Kind == HyperKind.Unknown,
        BinaryExpression binary => HasUnknown(binary.Left) || HasUnknown(binary.Right),
        NegateExpression negate => HasUnknown(negate.Operand),
        _ => false,
    };
}
