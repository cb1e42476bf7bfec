using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>What an expression of a compiled method stands for while the method is lowered.</summary>
internal abstract record Term
{
    /// <summary>A term of the same form over other values: a tensor, a number that only a call knows, or a tuple of these.</summary>
    public static Term Fill(Term form, Queue<int> values) => form switch
    {
        SequenceTerm sequence => new SequenceTerm(sequence.Items.Select(item => Fill(item, values)).ToImmutableArray()),
        ScalarTerm { Scalar: ItemIr item } => new ScalarTerm(item with { Value = values.Dequeue() }),
        _ => new TensorTerm(values.Dequeue()),
    };
}

/// <summary>A tensor.</summary>
/// <param name="Value">Id of its value.</param>
internal sealed record TensorTerm(int Value) : Term;

/// <summary>A number, flag, enum or text.</summary>
internal sealed record ScalarTerm(ScalarIr Scalar) : Term;

/// <summary>The shape of a tensor: <c>x.Shape</c>.</summary>
/// <param name="Value">Id of the tensor.</param>
internal sealed record ShapeTerm(int Value) : Term;

/// <summary>A module: this one (empty path), a child, a child's child.</summary>
/// <param name="Path">Path from <c>this</c>, dotted.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="IsPublic">Whether other classes can follow the path.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="IsRecomputed">Whether calls of it are recomputed in the backward pass.</param>
internal sealed record ModuleTerm(string Path, ITypeSymbol Type, bool IsPublic, bool IsNullable = false, bool IsRecomputed = false) : Term
{
    /// <summary>Path of a member of it.</summary>
    public string Join(string member) => Path.Length == 0 ? member : Path + "." + member;
}

/// <summary>A module that conditions choose: a call of it is a branch over calls.</summary>
/// <param name="Conditions">One for each module but the last.</param>
/// <param name="Modules">The modules; the first whose condition holds is meant.</param>
internal sealed record ChosenTerm(EquatableArray<ScalarIr> Conditions, EquatableArray<ModuleTerm> Modules) : Term;

/// <summary>A tuple, array or collection expression.</summary>
internal sealed record SequenceTerm(ImmutableArray<Term> Items) : Term;

/// <summary>The parts of a tensor, each of which is an op where it is used.</summary>
/// <param name="Operation">What the user wrote.</param>
/// <param name="Op">The op, which is also given the number of a part.</param>
/// <param name="Tensors">What it takes.</param>
/// <param name="Scalars">Its hyperparameters.</param>
/// <param name="Type">Type of a part.</param>
/// <param name="Count">How many there are; null where that cannot be said.</param>
internal sealed record PartsTerm(
    IOperation Operation, OpModel Op, EquatableArray<TensorArgument> Tensors, EquatableArray<NamedScalar> Scalars, ITypeSymbol Type, ScalarIr? Count) : Term
{
    /// <summary>The number of parts where it is a constant.</summary>
    public int? KnownCount => Count is ConstantIr { Integer: { } count } ? (int)count : null;
}

/// <summary>Collections that a loop goes over side by side: <c>downs.Zip(pools)</c>.</summary>
internal sealed record ZippedTerm(ImmutableArray<Term> Collections) : Term;

/// <summary>A collection that a loop goes over from its end: <c>layers.Reverse()</c>.</summary>
internal sealed record ReversedTerm(Term Collection) : Term;

/// <summary>The numbers of the elements of another collection: <c>layers.Index()</c>.</summary>
internal sealed record NumbersTerm : Term
{
    public static NumbersTerm Instance { get; } = new();
}

/// <summary>A list, stack, queue or array of tensors, or of tuples of tensors, which changes: all names of one list change together.</summary>
/// <param name="Id">Which list.</param>
/// <param name="Element">The type of what it holds.</param>
/// <param name="Items">What it holds, where that is known one by one.</param>
/// <param name="Values">Where only binding knows what it holds: ids of its values, one for each tensor of a tuple; else empty.</param>
internal sealed record ListTerm(int Id, ITypeSymbol Element, ImmutableArray<Term> Items, EquatableArray<int> Values = default) : Term
{
    /// <summary>Whether what it holds is known one by one.</summary>
    public bool IsWrittenOut => Values.Count == 0;

    public bool Equals(ListTerm? other) => other is not null && Id == other.Id && Values.Equals(other.Values) && Items.SequenceEqual(other.Items);

    public override int GetHashCode() => Id;
}

/// <summary>A tensor, or a tuple of tensors, that is there on some ways to this place and null on others.</summary>
/// <param name="IsAbsent">The condition under which it is null.</param>
/// <param name="Value">What it is where that does not hold.</param>
internal sealed record OptionalTerm(ScalarIr IsAbsent, Term Value) : Term;

/// <summary>A null where a tensor or module may stand.</summary>
internal sealed record AbsentTerm : Term
{
    public static AbsentTerm Instance { get; } = new();
}

/// <summary>What a method without result gives.</summary>
internal sealed record VoidTerm : Term
{
    public static VoidTerm Instance { get; } = new();
}

/// <summary>Something that cannot be compiled. The problem has been reported: whatever is made of it says nothing more.</summary>
internal sealed record FailedTerm : Term
{
    public static FailedTerm Instance { get; } = new();
}
