using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Lowering;

// [Dim] and [Dims] are promises of the caller's: they are checked when bound, since shapes are proven with them.
internal sealed partial class MethodLowering
{
    private const string ShapeException = "global::NnGen.ShapeException";

    /// <summary>Checks what a method, its parameters and the class state of sizes that inputs or readonly members give.</summary>
    private void AddPromises(IMethodSymbol method, IEnumerable<InputIr> inputs)
    {
        var sizes = SizesOf(inputs);
        foreach (var statement in SizeStatements.Read(_context, [method]))
        {
            if (!sizes.TryGetValue(statement.Name, out var size))
                continue;
            foreach (var condition in Breaches(statement, size, sizes))
            {
                var message = new ConstantIr("string", Message(statement), null);
                _builder.Add(new CheckIr(_context.Sites.Add(method.Locations[0]), statement.Text, statement.Text, condition, ShapeException, EquatableArray.Create<ScalarIr>(
                    new FunctionIr("string", "string.Concat", EquatableArray.Create<ScalarIr>(message, size)))));
            }
        }
    }

    private string Message(SizeStatementIr statement)
        => SymbolDisplay.FormatLiteral($"'{_context.Type.Name}' takes {statement.Name} as {statement.Text} says, but it is ", quote: true);

    /// <summary>Names that an input's shape or a constructor parameter gives a size, and where it is read.</summary>
    private Dictionary<string, ScalarIr> SizesOf(IEnumerable<InputIr> inputs)
    {
        var sizes = new Dictionary<string, ScalarIr>();
        foreach (var hyper in _members.Constructor.Where(hyper => hyper is { Member: not null, Type: "int" }))
            sizes[hyper.Name] = new MemberScalarIr(hyper.Type, hyper.Member!, IsReadOnly: true, IsPublic: false);
        foreach (var input in inputs.Where(input => input is { Shape: not null, IsOptional: false }))
        {
            var elements = ShapeText.Parse(input.Shape!).Pattern.Elements;
            var pack = elements.ToList().FindIndex(element => element is PackElement);
            for (var i = 0; i < elements.Count; i++)
            {
                if (elements[i] is SizeElement { Size: DimExpression dim } && !sizes.ContainsKey(dim.Name))
                    sizes[dim.Name] = new DimIr(input.Value, pack >= 0 && i > pack ? i - elements.Count : i);
            }
        }

        return sizes;
    }

    /// <summary>Conditions that break a promise.</summary>
    private static IEnumerable<ScalarIr> Breaches(SizeStatementIr statement, ScalarIr size, Dictionary<string, ScalarIr> sizes)
    {
        if (statement.Value is { } value)
        {
            if (Scalar(value, sizes) is { } equal)
                yield return ScalarFolding.Binary("bool", "!=", size, equal);
            yield break;
        }

        if (statement.Min > 1)
            yield return ScalarFolding.Binary("bool", "<", size, ScalarFolding.Constant("int", statement.Min));
        if (statement.Max is { } max and < int.MaxValue)
            yield return ScalarFolding.Binary("bool", ">", size, ScalarFolding.Constant("int", max));
        if (statement.MultipleOf > 1)
            yield return ScalarFolding.Binary("bool", "!=", ScalarFolding.Binary("int", "%", size, ScalarFolding.Constant("int", statement.MultipleOf)), ScalarFolding.Constant("int", 0));
    }

    /// <summary>A polynomial over sizes that can be read; null where one cannot.</summary>
    private static ScalarIr? Scalar(Dim dim, Dictionary<string, ScalarIr> sizes)
    {
        ScalarIr sum = ScalarFolding.Constant("int", dim.ConstantTerm);
        foreach (var term in dim.Terms.Where(term => !term.IsConstant))
        {
            ScalarIr product = ScalarFolding.Constant("int", term.Coefficient);
            foreach (var atom in term.Atoms)
            {
                var factor = atom switch
                {
                    FloorAtom floor when Scalar(floor.Numerator, sizes) is { } numerator && Scalar(floor.Denominator, sizes) is { } denominator
                        => ScalarFolding.Binary("int", "/", numerator, denominator),
                    SymbolAtom when sizes.TryGetValue(atom.Key, out var size) => size,
                    _ => null,
                };
                if (factor is null)
                    return null;
                product = product is ConstantIr { Integer: 1 } ? factor : ScalarFolding.Binary("int", "*", product, factor);
            }

            sum = sum is ConstantIr { Integer: 0 } ? product : ScalarFolding.Binary("int", "+", sum, product);
        }

        return sum;
    }
}
