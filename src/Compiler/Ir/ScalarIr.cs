using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Ir;

/// <summary>An expression over hyperparameters and dims that is no tensor: an argument of an op or of a constructor.</summary>
/// <param name="Type">C# type name, e.g. <c>int</c>, <c>float</c>, <c>global::NnGen.Reduction</c>.</param>
internal abstract record ScalarIr(string Type);

/// <param name="Text">The literal as generated C# writes it, e.g. <c>0.1f</c>, <c>true</c>, <c>global::NnGen.Reduction.Mean</c>.</param>
/// <param name="Integer">Its value where it is an integer, a bool or an enum: what shape inference computes with.</param>
internal sealed record ConstantIr(string Type, string Text, long? Integer) : ScalarIr(Type);

/// <summary>
/// What a constructor parameter was given. It stands only where construction is described (arguments of children, scalar
/// members, presence), never in a body: shapes know it as a symbol, code may not be able to read it.
/// </summary>
/// <param name="Name">The parameter's name.</param>
internal sealed record ConstructorParameterIr(string Type, string Name) : ScalarIr(Type);

/// <summary>A hyperparameter read when bound or called: <c>channels</c>, <c>dropout.P</c>.</summary>
/// <param name="Path">Path from <c>this</c>, dotted.</param>
/// <param name="IsReadOnly">Whether it cannot change after construction: only then shapes may depend on it.</param>
/// <param name="IsPublic">Whether another class may read it.</param>
internal sealed record MemberScalarIr(string Type, string Path, bool IsReadOnly, bool IsPublic) : ScalarIr(Type);

/// <summary>A number that binding has computed: what a scalar is after a loop.</summary>
/// <param name="Name">C# name of the local that holds it while binding.</param>
internal sealed record BoundScalarIr(string Type, string Name) : ScalarIr(Type);

/// <summary>The training flag of this module or of a child; false in <c>Predict</c> whatever the flag says.</summary>
/// <param name="Path">Path of the module from <c>this</c>, dotted; empty for <c>this</c>.</param>
internal sealed record TrainingIr(string Path) : ScalarIr("bool");

/// <summary>A dim of a value: <c>x.Shape[1]</c>, counted from the end where negative.</summary>
/// <param name="Rank">How many dims the value must have, where the shape is taken apart: <c>var (n, c) = x.Shape</c>.</param>
internal sealed record DimIr(int Value, int Axis, int? Rank = null) : ScalarIr("int");

/// <summary>The number of dims of a value: <c>x.Shape.Rank</c>.</summary>
internal sealed record RankIr(int Value) : ScalarIr("int");

/// <summary>The shape of a value or some of its dims, <c>x.Shape[..^1]</c>. In a list it stands for its sizes.</summary>
/// <param name="Start">The first dim, counted from the end where negative.</param>
/// <param name="End">The dim behind the last, counted from the end where negative; null for all that follow.</param>
internal sealed record ShapeIr(int Value, int Start = 0, int? End = null) : ScalarIr(TypeName)
{
    public const string TypeName = "global::NnGen.Shape";

    /// <summary>The function that counts the elements of a shape.</summary>
    public const string CountFunction = "global::NnGen.CompilerServices.DimMath.Count";

    /// <summary>The function that gives one size of a shape by a number that counts from the end where negative.</summary>
    public const string SizeFunction = "global::NnGen.CompilerServices.DimMath.Size";

    /// <summary>Whether no dim is left out.</summary>
    public bool IsWhole => Start == 0 && End is null;

    /// <summary>A dim of these as one of the whole shape's, counted from the end where negative; null where only the rank says which it is.</summary>
    public int? Axis(int dim) => dim >= 0
        ? Start >= 0 || Start + dim < 0 ? Start + dim : null
        : End is null ? dim : End < 0 || End + dim >= 0 ? End + dim : null;

    /// <summary>The number of elements that these dims have.</summary>
    public FunctionIr Count => new("int", CountFunction, EquatableArray.Create<ScalarIr>(this));

    /// <summary>One of these dims by a number that counts from the end where negative.</summary>
    public ScalarIr Size(ScalarIr dim) => dim is ConstantIr { Integer: { } number } && Axis((int)number) is { } axis
        ? new DimIr(Value, axis)
        : new FunctionIr("int", SizeFunction, EquatableArray.Create(this, dim));

    /// <summary>What these dims are of the dims of a value.</summary>
    public IEnumerable<T> Take<T>(IReadOnlyList<T> dims)
    {
        var start = Start < 0 ? dims.Count + Start : Start;
        var end = End is not { } given ? dims.Count : given < 0 ? dims.Count + given : given;
        return dims.Skip(start).Take(end - start);
    }
}

/// <summary>The element of a value that has one, read when called: <c>x.Sum().Item()</c>.</summary>
internal sealed record ItemIr(string Type, int Value) : ScalarIr(Type);

/// <summary>Whether a member is null: <c>downsample == null</c>. It stands in conditions alone.</summary>
/// <param name="Path">Path from <c>this</c>, dotted.</param>
internal sealed record NullMemberIr(string Path) : ScalarIr("bool");

/// <summary>Whether an optional input is absent: <c>mask == null</c>. It stands in conditions alone.</summary>
/// <param name="Value">Id of its value.</param>
internal sealed record NullInputIr(int Value) : ScalarIr("bool");

/// <param name="Operator">C# operator.</param>
internal sealed record UnaryIr(string Type, string Operator, ScalarIr Operand) : ScalarIr(Type);

/// <param name="Operator">C# operator.</param>
internal sealed record BinaryIr(string Type, string Operator, ScalarIr Left, ScalarIr Right) : ScalarIr(Type);

internal sealed record ConditionalIr(string Type, ScalarIr Condition, ScalarIr WhenTrue, ScalarIr WhenFalse) : ScalarIr(Type);

/// <summary>A conversion between numeric types or from an enum, as C# writes it: <c>(float)heads</c>.</summary>
internal sealed record ConversionIr(string Type, ScalarIr Operand) : ScalarIr(Type);

/// <summary>A pure static function of scalars: <c>MathF.Sqrt(headDim)</c>.</summary>
/// <param name="Function">Full C# name, e.g. <c>global::System.MathF.Sqrt</c>.</param>
internal sealed record FunctionIr(string Type, string Function, EquatableArray<ScalarIr> Arguments) : ScalarIr(Type);

/// <summary>Functions of lists of sizes, of which creations are made: <c>new Linear(widths[i], widths[i + 1])</c>.</summary>
internal static class ListFunctions
{
    /// <summary>The function that gives one item of a list, by a number that counts from the end where negative.</summary>
    public const string Item = "item of a list";

    /// <summary>The function that counts a list.</summary>
    public const string Count = "count of a list";
}

/// <summary>A list of scalars: dims to permute, the sizes of a view, an (int, int) size.</summary>
internal sealed record ListIr(string Type, EquatableArray<ScalarIr> Items) : ScalarIr(Type)
{
    /// <summary>Whether only a shape says how many items there are.</summary>
    public bool IsOpen => Items.Any(item => item.Type == ShapeIr.TypeName);
}

internal sealed record NamedScalar(string Name, ScalarIr Value);
