using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>Scalars as shape inference sees them: polynomials over constructor parameters and dims.</summary>
/// <param name="module">The module in which they stand.</param>
/// <param name="shapes">Shapes of the method's values.</param>
/// <param name="arguments">What the module's constructor parameters are.</param>
/// <param name="facts">What is known of symbols.</param>
/// <param name="scalars">What the method takes besides tensors.</param>
/// <param name="child">The number that a path to a member of a child leads to.</param>
/// <param name="placed">How the instance is created, where one is meant.</param>
internal sealed class ScalarShapes(
    ModuleIr module,
    MethodShapes shapes,
    Arguments arguments,
    DimFacts facts,
    EquatableArray<TurnVariable> scalars = default,
    Func<string, HyperValue<Dim>>? child = null,
    PlacedCreation? placed = null)
{
    /// <summary>The same where one more name of a constructor parameter has a value.</summary>
    public ScalarShapes With(string name, Dim value) => new(module, shapes, arguments.With(name, value), facts, scalars, child, placed);

    /// <summary>Scalars of another module, which is created with known arguments.</summary>
    public ScalarShapes Of(ModuleIr other, Arguments given) => new(other, shapes, given, facts);

    /// <summary>What a constructor parameter is where it is known.</summary>
    public ScalarIr? Constant(HyperIr hyper) => arguments.Find(hyper.Type, hyper.Name) switch
    {
        { Kind: HyperKind.Absent } => new ConstantIr(hyper.Type, "null", null),
        { Kind: HyperKind.Number, Number.Value: { } number } => ScalarFolding.Constant(hyper.Type, number),
        { Kind: HyperKind.List, Items: { } items } when items.All(item => item.Value is not null)
            => new ListIr(hyper.Type, items.Select(item => (ScalarIr)ScalarFolding.Constant("int", item.Value!.Value)).ToEquatableArray()),
        { Real: { } real } => new ConstantIr(hyper.Type, real.ToString("R", System.Globalization.CultureInfo.InvariantCulture), null),
        _ => null,
    };

    /// <summary>A hyperparameter of an op or of a child.</summary>
    public HyperValue<Dim> Hyper(ScalarIr? scalar)
    {
        switch (scalar)
        {
            case null:
                return HyperValue<Dim>.Unknown;
            case ConstantIr { Text: "null" or "default" }:
                return default;
            case ConstantIr { Integer: null, Type: "double" or "float" }:
                return RealNumbers.Of(scalar, this) is { } real ? HyperValue<Dim>.OfReal(real) : HyperValue<Dim>.Unknown;
            case ConstantIr { Type: "string" } text when text.Text.IndexOf('\\') < 0:
                return HyperValue<Dim>.Of(text.Text.Trim('"').Select(character => (Dim)character).ToArray());
            case ListIr list:
                var items = list.Items.SelectMany(Sizes).ToArray();
                return items.All(item => item is not null) ? HyperValue<Dim>.Of(items!) : HyperValue<Dim>.Unknown;
            case ConstructorParameterIr parameter:
                return arguments.Find(parameter.Type, parameter.Name);
            case MemberScalarIr member when IsKept(member):
                return Member(member.Path);
            case BinaryIr { Operator: "??" } coalesce:
                return Hyper(coalesce.Left) is { Kind: not HyperKind.Absent } left ? left : Hyper(coalesce.Right);
            case ConditionalIr conditional:
                return Holds(conditional.Condition) switch
                {
                    Truth.Proven => Hyper(conditional.WhenTrue),
                    Truth.Refuted => Hyper(conditional.WhenFalse),
                    _ => HyperValue<Dim>.Unknown,
                };
            case { Type: "double" or "float" } when Size(scalar) is null && RealNumbers.Of(scalar, this) is { } computed:
                return HyperValue<Dim>.OfReal(computed);
            default:
                return Size(scalar) is { } size ? HyperValue<Dim>.Of(size) : HyperValue<Dim>.Unknown;
        }
    }

    /// <summary>Whether a member keeps its value; a list that its holder creates counts as keeping its elements.</summary>
    private static bool IsKept(MemberScalarIr member) => member.IsReadOnly || member.Path.EndsWith(".Count", StringComparison.Ordinal);

    private static Dim? Item(Dim[]? items, long? index)
    {
        var place = index < 0 ? items?.Length + index : index;
        return place >= 0 && place < items?.Length ? items![place.Value] : null;
    }

    /// <summary>What an item of a list adds to it; null for a size that is not known.</summary>
    private IEnumerable<Dim?> Sizes(ScalarIr item)
    {
        // An item that is null is no size: matching knows it by this number.
        if (item is ConstantIr { Text: "null" })
            return [int.MinValue];
        if (item is not ShapeIr shape)
            return [Size(item)];
        return shapes[shape.Value] is { HasRank: true, Dims: var dims } ? shape.Take<Dim?>(dims) : [null];
    }

    /// <summary>The polynomial, or null where there is none.</summary>
    public Dim? Size(ScalarIr scalar) => scalar switch
    {
        ConstantIr constant => constant.Integer is { } value ? value : null,
        ConstructorParameterIr or MemberScalarIr or ConditionalIr or BinaryIr { Operator: "??" }
            => Hyper(scalar) is { Kind: HyperKind.Number } hyper ? hyper.Number : null,
        BoundScalarIr bound => shapes.Numbers.TryGetValue(bound.Name, out var number) ? number : null,
        DimIr dim => Axis(shapes[dim.Value], dim),
        RankIr rank => shapes[rank.Value].Rank is { } dims ? dims : null,
        FunctionIr { Function: ShapeIr.CountFunction } function when function.Arguments[0] is ShapeIr shape && shapes[shape.Value] is { HasRank: true, Dims: var dims }
            => Dim.Product(shape.Take(dims).ToList()),
        FunctionIr { Function: ShapeIr.SizeFunction, Arguments: var arguments } when arguments[0] is ShapeIr shape && Size(arguments[1])?.Value is { } axis
            => shape.Size(ScalarFolding.Constant("int", axis)) is DimIr dim ? Size(dim) : null,
        UnaryIr { Operator: "-" } unary => Size(unary.Operand) is { } operand ? -operand : null,
        BinaryIr binary => Size(binary.Left) is { } left && Size(binary.Right) is { } right ? Apply(binary.Operator, left, right) : null,
        ConversionIr { Type: "int" or "long" } conversion => Size(conversion.Operand) ?? RealNumbers.Truncated(conversion.Operand, this),
        FunctionIr { Function: ListFunctions.Count } function => Hyper(function.Arguments[0]) is { Kind: HyperKind.List, Items: { } items } ? items.Length : null,
        FunctionIr { Function: ListFunctions.Item } function => Item(Hyper(function.Arguments[0]).Items, Size(function.Arguments[1])?.Value),
        FunctionIr { Function: "global::System.Math.Max" or "global::System.Math.Min" } function => Extreme(function),
        _ => null,
    };

    /// <summary>Whether a condition that binding evaluates holds.</summary>
    public Truth Holds(ScalarIr condition) => condition switch
    {
        UnaryIr { Operator: "!" } not => Holds(not.Operand).Not(),
        BinaryIr { Operator: "&&" } and => Holds(and.Left).And(Holds(and.Right)),
        BinaryIr { Operator: "||" } or => Holds(or.Left).Or(Holds(or.Right)),
        BinaryIr { Operator: "==" or "!=" or "<" or "<=" or ">" or ">=" } comparison
            => Size(comparison.Left) is { } left && Size(comparison.Right) is { } right ? Compare(comparison.Operator, left, right) : Truth.Unknown,
        NullMemberIr member => IsNull(member.Path),
        _ => Size(condition) is { Value: { } value } ? (value != 0).ToTruth() : Truth.Unknown,
    };

    /// <summary>A readonly member by what construction gave it.</summary>
    public HyperValue<Dim> Member(string path)
    {
        if (arguments.IsTurn(path))
            return arguments.Find("int", path);
        if (module.Scalars.FirstOrDefault(scalar => scalar.Name == path) is { } scalar)
            return Hyper(scalar.Value);
        if (scalars.FirstOrDefault(given => given.Name == path && given.Type is "int" or "long") is { } variable)
            return arguments.Find(variable.Type, path);
        if (child?.Invoke(path) is { Kind: not HyperKind.Unknown } inner)
            return inner;
        return module.Constructor.FirstOrDefault(hyper => hyper.Member == path) is { } hyper ? arguments.Find(hyper.Type, hyper.Name) : HyperValue<Dim>.Unknown;
    }

    private Truth IsNull(string path) => module.Members.FirstOrDefault(member => member.Name == path) switch
    {
        null => Truth.Unknown,
        { IsNullable: false } => Truth.Refuted,
        { Presence: { } presence } => Holds(presence).Not(),
        _ => placed?.IsNull(path) ?? Truth.Unknown,
    };

    private Truth Compare(string @operator, Dim left, Dim right) => @operator switch
    {
        "==" => DimComparison.AreEqual(left, right, facts),
        "!=" => DimComparison.AreEqual(left, right, facts).Not(),
        "<" => DimComparison.IsAtLeast(left, right, facts).Not(),
        "<=" => DimComparison.IsAtLeast(right, left, facts),
        ">" => DimComparison.IsAtLeast(right, left, facts).Not(),
        _ => DimComparison.IsAtLeast(left, right, facts),
    };

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
    private Dim? Apply(string @operator, Dim left, Dim right) => @operator switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" when CanFloor(left, right) => Dim.FloorDivide(left, right),
        "%" when CanFloor(left, right) => left - (right * Dim.FloorDivide(left, right)),
        "<<" when right.Value is >= 0 and < 31 and var shift => left * (1L << (int)shift),
        _ => null,
    };

    private bool CanFloor(Dim left, Dim right) => right != Dim.Zero && DimBounds.Of(left, facts).Min >= 0 && DimBounds.Of(right, facts).Min > 0;

    private Dim? Extreme(FunctionIr function)
    {
        if (Size(function.Arguments[0]) is not { } left || Size(function.Arguments[1]) is not { } right)
            return null;
        var isMax = function.Function.EndsWith("Max", StringComparison.Ordinal);
        return DimComparison.IsAtLeast(left, right, facts) switch
        {
            Truth.Proven => isMax ? left : right,
            Truth.Refuted => isMax ? right : left,
            _ => null,
        };
    }
}
