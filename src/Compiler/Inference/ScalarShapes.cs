using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>Scalars as shape inference sees them: polynomials over constructor parameters and dims.</summary>
/// <param name="module">The module in which they stand.</param>
/// <param name="shapes">Shapes of the method's values.</param>
/// <param name="scalars">What the method takes besides tensors.</param>
internal sealed class ScalarShapes(ModuleIr module, MethodShapes shapes, EquatableArray<TurnVariable> scalars = default)
{
    /// <summary>A hyperparameter of an op or of a child.</summary>
    public HyperValue<Dim> Hyper(ScalarIr? scalar)
    {
        switch (scalar)
        {
            case null:
                return HyperValue<Dim>.Unknown;
            case ConstantIr { Text: "null" or "default" }:
                return default;
            case ConstantIr { Type: "string" } text when text.Text.IndexOf('\\') < 0:
                return HyperValue<Dim>.Of(text.Text.Trim('"').Select(character => (Dim)character).ToArray());
            case ListIr list:
                var items = list.Items.SelectMany(Sizes).ToArray();
                return items.All(item => item is not null) ? HyperValue<Dim>.Of(items!) : HyperValue<Dim>.Unknown;
            default:
                return Size(scalar) is { } size ? HyperValue<Dim>.Of(size) : HyperValue<Dim>.Unknown;
        }
    }

    /// <summary>What an item of a list adds to it; null for a size that is not known.</summary>
    private IEnumerable<Dim?> Sizes(ScalarIr item)
    {
        if (item is not ShapeIr shape)
            return [Size(item)];
        return shapes[shape.Value] is { HasRank: true, Dims: var dims } ? shape.Take<Dim?>(dims) : [null];
    }

    /// <summary>The polynomial, or null where there is none.</summary>
    public Dim? Size(ScalarIr scalar) => scalar switch
    {
        ConstantIr constant => constant.Integer is { } value ? value : null,
        ConstructorParameterIr parameter => Symbol(parameter.Type, parameter.Name),
        MemberScalarIr { IsReadOnly: true } member => Member(member.Path),
        DimIr dim => Axis(shapes[dim.Value], dim),
        RankIr rank => shapes[rank.Value].Rank is { } dims ? dims : null,
        FunctionIr { Function: ShapeIr.CountFunction } function when function.Arguments[0] is ShapeIr shape && shapes[shape.Value] is { HasRank: true, Dims: var dims }
            => Dim.Product(shape.Take(dims).ToList()),
        UnaryIr { Operator: "-" } unary => Size(unary.Operand) is { } operand ? -operand : null,
        BinaryIr binary => Size(binary.Left) is { } left && Size(binary.Right) is { } right ? Apply(binary.Operator, left, right) : null,
        ConversionIr { Type: "int" or "long" } conversion => Size(conversion.Operand),
        _ => null,
    };

    /// <summary>A readonly member by what construction gave it.</summary>
    private Dim? Member(string path)
    {
        if (module.Scalars.FirstOrDefault(scalar => scalar.Name == path) is { } scalar)
            return Size(scalar.Value);
        if (scalars.Any(given => given.Name == path && given.Type is "int" or "long"))
            return Dim.Symbol(path);
        return module.Constructor.FirstOrDefault(hyper => hyper.Member == path) is { } hyper ? Symbol(hyper.Type, hyper.Name) : null;
    }

    /// <summary>A constructor parameter as a symbol; a list of any length is none.</summary>
    private static Dim? Symbol(string type, string name) => type is "global::NnGen.Sizes" or "global::NnGen.Shape" or "int[]" ? null : Dim.Symbol(name);

    /// <summary>A dim that a value is known to have.</summary>
    public static Dim? Axis(SymbolicShape shape, DimIr dim)
    {
        var axis = dim.Axis;
        if (!shape.IsKnown || (dim.Rank is { } rank && shape.Rank is { } found && rank != found))
            return null;
        if (axis >= 0 && axis < shape.Leading.Count)
            return shape.Leading[axis];
        var last = shape.Pack is null ? shape.Leading : shape.Trailing;
        return axis < 0 && -axis <= last.Count ? last[last.Count + axis] : null;
    }

    /// <summary>C# rounds towards zero: the same as floor for sizes, which are not negative.</summary>
    private static Dim? Apply(string @operator, Dim left, Dim right) => @operator switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" when right != Dim.Zero && DimBounds.Of(left, DimFacts.None).Min >= 0 && DimBounds.Of(right, DimFacts.None).Min > 0 => Dim.FloorDivide(left, right),
        _ => null,
    };
}
