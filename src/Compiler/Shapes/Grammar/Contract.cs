using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>The shape contract of an op or of a module's method, read from text.</summary>
internal sealed class Contract : IEquatable<Contract>
{
    internal Contract(string text, NameTable names, IReadOnlyList<ContractAlternative> alternatives)
    {
        Text = text;
        Names = names;
        Alternatives = alternatives;
    }

    public string Text { get; }

    public NameTable Names { get; }

    /// <summary>Tried in order; all list the same tensors.</summary>
    public IReadOnlyList<ContractAlternative> Alternatives { get; }

    /// <summary>Input names and types, the same in every alternative.</summary>
    public IReadOnlyList<TensorPattern> Inputs => Alternatives[0].Inputs;

    /// <summary>Results, then saved outputs, the same in every alternative.</summary>
    public IReadOnlyList<TensorPattern> Outputs => Alternatives[0].Outputs;

    /// <summary>Names of the dims an op's methods can take as parameters, packs (their product) included, without <c>*</c>.</summary>
    public IEnumerable<string> DimNames => Names.Dims.Concat(Names.Packs);

    /// <summary>Hyperparameters that shapes or guards depend on.</summary>
    public IReadOnlyList<string> Hypers => Names.Hypers;

    /// <summary>Reads a contract. Names of dims begin with an upper-case letter, those of hyperparameters with a lower-case one.</summary>
    /// <exception cref="ContractException">The text is no contract.</exception>
    public static Contract Parse(string text) => ContractParser.ParseContract(text, new NameTable());

    /// <summary>Reads a contract whose hyperparameters are known, in their order: every other name is a dim.</summary>
    /// <exception cref="ContractException">The text is no contract.</exception>
    public static Contract Parse(string text, IEnumerable<string> hypers) => ContractParser.ParseContract(text, new NameTable(hypers));

    public bool Equals(Contract? other) => other is not null && Text == other.Text && Names.Hypers.SequenceEqual(other.Names.Hypers);

    public override bool Equals(object? obj) => Equals(obj as Contract);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => Text;
}

/// <summary>One way of calling an op.</summary>
/// <param name="Where">Derived dims, in order.</param>
/// <param name="Guard">Condition on hyperparameters, or null.</param>
internal sealed record ContractAlternative(
    IReadOnlyList<TensorPattern> Inputs,
    IReadOnlyList<TensorPattern> Outputs,
    IReadOnlyList<DerivedDim> Where,
    Expression? Guard);

/// <param name="Slot">Index in <see cref="NameTable.Dims"/>.</param>
internal sealed record DerivedDim(int Position, string Name, int Slot, Expression Value);

internal enum ElementType
{
    Float,
    Long,
    Int,
    Bool,
    Byte,
    Double,

    /// <summary>Written <c>any[...]</c>.</summary>
    Any,
}

internal enum TensorRole
{
    /// <summary>Read as an input, or returned as a result.</summary>
    Plain,

    /// <summary><c>!mean: C</c>: an input that is read and written.</summary>
    State,

    /// <summary><c>~mean: *B</c>: an output that only Backward needs.</summary>
    Saved,
}

internal sealed record TensorPattern(
    int Position,
    string Name,
    ElementType Type,
    TensorRole Role,
    bool IsOptional,
    bool IsVariadic,
    ShapePattern Shape);
