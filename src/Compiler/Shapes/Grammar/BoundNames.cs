using System.Collections.Generic;

namespace NnGen.Compiler.Shapes;

/// <summary>Checks that every name an alternative uses gets its size from an input or a derived dim.</summary>
internal sealed class BoundNames
{
    private readonly HashSet<int> _dims = [];
    private readonly HashSet<int> _packs = [];
    private readonly HashSet<string> _variadic = [];

    public static void Check(ContractAlternative alternative)
    {
        var names = new BoundNames();
        if (alternative.Guard is { } guard)
            names.Check(guard);
        foreach (var input in alternative.Inputs)
        {
            if (input.IsVariadic)
                names._variadic.Add(input.Name);
            foreach (var element in input.Shape.Elements)
                names.Bind(element);
        }

        foreach (var derived in alternative.Where)
        {
            names.Check(derived.Value);
            names._dims.Add(derived.Slot);
        }

        foreach (var input in alternative.Inputs)
            names.Check(input.Shape);
        foreach (var output in alternative.Outputs)
            names.Check(output.Shape);
    }

    private void Bind(ShapeElement element)
    {
        if (element is PackElement { Slot: >= 0 } pack)
            _packs.Add(pack.Slot);
        else if (element is SizeElement size && SolvableDim.Find(size.Size) is { } dim)
            _dims.Add(dim.Slot);
    }

    private void Check(ShapePattern shape)
    {
        foreach (var element in shape.Elements)
        {
            switch (element)
            {
                case PackElement { Slot: >= 0 } pack when !_packs.Contains(pack.Slot):
                    throw new ContractException(pack.Position, pack.Name!.Length + 1, $"No input says what *{pack.Name} is.");
                case SizeElement size:
                    Check(size.Size);
                    break;
                case CombinatorElement combinator:
                    Check(combinator);
                    break;
            }
        }
    }

    private void Check(CombinatorElement combinator)
    {
        if (combinator.Variadic is { } variadic && !_variadic.Contains(variadic))
            throw new ContractException(combinator.Position, 1, $"There is no variadic input '{variadic}'.");
        foreach (var shape in combinator.Shapes)
            Check(shape);
        foreach (var argument in combinator.Arguments)
            Check(argument);
    }

    private void Check(Expression expression)
    {
        switch (expression)
        {
            case DimExpression dim when !_dims.Contains(dim.Slot):
                throw new ContractException(dim.Position, dim.Name.Length, $"No input says what {dim.Name} is.");
            case SumExpression sum when !_dims.Contains(sum.Slot):
                throw new ContractException(sum.Position, sum.Name.Length, $"No input says what {sum.Name} is.");
            case PackExpression pack when !_packs.Contains(pack.Slot):
                throw new ContractException(pack.Position, pack.Name.Length, $"No input says what *{pack.Name} is.");
            case CountExpression count when !_variadic.Contains(count.Input):
                throw new ContractException(count.Position, count.Input.Length, $"There is no variadic input '{count.Input}'.");
            case BinaryExpression binary:
                Check(binary.Left);
                Check(binary.Right);
                break;
            case NegateExpression negate:
                Check(negate.Operand);
                break;
            case NotExpression not:
                Check(not.Operand);
                break;
            case PackExpression { Dim: { } argument }:
                Check(argument);
                break;
            case ListExpression list:
                foreach (var item in list.Items)
                    Check(item);
                break;
        }
    }
}
