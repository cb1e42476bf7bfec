using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Conditions: what is known of them where a statement stands, and which of them make variants of the method.</summary>
internal sealed partial class MethodLowering
{
    private readonly Dictionary<(Surroundings Body, int Value), int> _inner = [];

    /// <summary>Set while a condition is lowered that only throws: that is checked when it is met, on every way.</summary>
    private bool _isDeferring;

    /// <summary>A condition; null, and reported, where it is none that can be compiled.</summary>
    private ScalarIr? Condition(IOperation condition)
    {
        switch (Lower(condition))
        {
            case ScalarTerm { Scalar: var scalar }:
                return scalar;
            case FailedTerm:
                return null;
            default:
                Fail(RulesDifferentiability.RunTimeBranch, condition);
                return null;
        }
    }

    /// <summary>Whether a condition holds on this way; null where a branch must decide it.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="canChoose">Whether the method may get a variant for either way.</param>
    private bool? Holds(ScalarIr condition, bool canChoose = true)
    {
        var reduced = Reduce(condition);
        if (reduced is ConstantIr { Integer: { } value })
            return value != 0;
        return canChoose && !_isDeferring && Root(reduced, _surroundings) is var root && CanChoose(root) ? _choices.Choose(root) : null;
    }

    /// <summary>A condition with what is known of it.</summary>
    private ScalarIr Reduce(ScalarIr condition) => condition switch
    {
        _ when Known(condition, _surroundings, _facts) is { } value => ScalarFolding.Constant("bool", value ? 1 : 0),
        UnaryIr { Operator: "!" } not => ScalarFolding.Not(Reduce(not.Operand)),
        BinaryIr { Operator: "&&" or "||" } both => ScalarFolding.Binary(both.Type, both.Operator, Reduce(both.Left), Reduce(both.Right)),
        _ => condition,
    };

    /// <summary>What follows from a condition that holds or does not.</summary>
    private Facts Assume(Facts facts, ScalarIr condition, bool value)
    {
        switch (condition)
        {
            case ConstantIr:
                return facts;
            case UnaryIr { Operator: "!" } not:
                return Assume(facts, not.Operand, !value);
            case BinaryIr { Operator: "&&" or "||" } both:
                facts = facts.With(Root(condition, _surroundings), value);
                return both.Operator == "&&" == value ? Assume(Assume(facts, both.Left, value), both.Right, value) : facts;
            case BinaryIr { Operator: "!=" } different:
                return Assume(facts, different with { Operator = "==" }, !value);
            default:
                return facts.With(Root(condition, _surroundings), value);
        }
    }

    private bool? Known(ScalarIr condition, Surroundings? surroundings, Facts facts)
    {
        if (condition is BinaryIr { Operator: "!=" } different)
            return !Known(different with { Operator = "==" }, surroundings, facts);
        var root = Root(condition, surroundings);
        return facts.Holds(root) ?? _choices.Value(root);
    }

    /// <summary>A scalar that means the same in the method and in all turns and arms: each value by where it comes from.</summary>
    private ScalarIr Root(ScalarIr scalar, Surroundings? surroundings)
        => ScalarFolding.Rewrite(scalar, leaf => leaf is BoundScalarIr bound
            ? Read(new TurnVariable(bound.Name, bound.Type)).Scalar
            : ScalarLeaves.WithValue(leaf, value => RootOf(value, surroundings)))!;

    /// <summary>A value of the method by its id, one that a turn or an arm takes or computes by a negative number of its own.</summary>
    private int RootOf(int value, Surroundings? surroundings)
    {
        for (var around = surroundings; around is not null; around = around.Parent)
        {
            if (around.Source(value) is not { } source)
            {
                if (!_inner.TryGetValue((around, value), out var number))
                    _inner[(around, value)] = number = -1 - _inner.Count;
                return number;
            }

            value = source;
        }

        return value;
    }

    /// <summary>
    /// Plans are kept for the structure of a module and the shapes of inputs: what follows from these alone has variants, and what
    /// the caller of a composite gives.
    /// </summary>
    private bool CanChoose(ScalarIr root) => ScalarFolding.Leaves(root).All(leaf => leaf switch
    {
        MemberScalarIr { IsReadOnly: true, Path: var path } => !IsTurn(path),
        NullMemberIr { Path: var path } => !IsTurn(path),
        ConstructorParameterIr => true,
        NullInputIr or DimIr or RankIr or ShapeIr => ScalarLeaves.ValueOf(leaf) is { } value and >= 0 && _method.IsInput(value),
        _ => false,
    });

    /// <summary>Whether a path begins with what differs from turn to turn.</summary>
    private bool IsTurn(string path)
    {
        var end = path.IndexOfAny(['.', '[']);
        var name = end < 0 ? path : path.Substring(0, end);
        return _variables.Except(_callScalars).Any(variable => variable.Name == name);
    }

    /// <summary>Whether a tensor may be null here.</summary>
    private bool MayBeNull(int value) => _builder.NullCondition(value) is { } condition && Known(condition, _surroundings, _facts) != false;

    /// <summary>Whether a tensor is null at the end of an arm; null where that is not known.</summary>
    private bool? IsNull(ForkArm arm, int value)
        => arm.Surroundings.Body.NullCondition(value) is { } condition ? Known(condition, arm.Surroundings, arm.Facts) : false;

    /// <summary>The condition under which something is null; null where it has been reported.</summary>
    private ScalarIr? Absence(Term term)
    {
        ScalarIr? condition = term switch
        {
            AbsentTerm => ScalarFolding.Constant("bool", 1),
            TensorTerm { Value: var value } => _builder.NullCondition(value),
            OptionalTerm optional => optional.IsAbsent,
            ModuleTerm { IsNullable: true } module => new NullMemberIr(module.Path),

            // A tuple that may be null: its tensors are there all or none.
            SequenceTerm tuple when Flatten(tuple).FirstOrDefault() is TensorTerm { Value: var first } => _builder.NullCondition(first),
            _ => null,
        };
        if (condition is null)
            return term is FailedTerm ? null : ScalarFolding.Constant("bool", 0);
        return Holds(condition) is { } isAbsent ? ScalarFolding.Constant("bool", isAbsent ? 1 : 0) : condition;
    }

    /// <summary>Lowers under a condition what C# evaluates only under it.</summary>
    private ScalarIr? Assuming(ScalarIr condition, bool value, System.Func<ScalarIr?> lower)
    {
        var facts = _facts;
        _facts = Assume(facts, condition, value);
        var result = lower();
        _facts = facts;
        return result;
    }
}
