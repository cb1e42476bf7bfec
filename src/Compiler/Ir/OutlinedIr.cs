using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Ir;

/// <summary>
/// A statement whose bodies are methods of their own over what they read of their surroundings, so that every step treats them as it
/// treats methods.
/// </summary>
/// <param name="Outer">Variables of the loops around it.</param>
/// <param name="Inputs">What the bodies read of their surroundings: their inputs.</param>
/// <param name="Results">What the bodies give: their results.</param>
internal abstract record OutlinedIr(
    int Site,
    string Text,
    string Expression,
    EquatableArray<TurnVariable> Outer,
    EquatableArray<int> Inputs,
    EquatableArray<int> Results) : StatementIr(Site, Text, Expression)
{
    /// <summary>The variables of turns that the bodies can read.</summary>
    public virtual EquatableArray<TurnVariable> Scope => Outer;

    public abstract IEnumerable<MethodIr> Bodies { get; }

    /// <summary>The same with every body replaced.</summary>
    public abstract OutlinedIr RewriteBodies(Func<MethodIr, MethodIr> rewrite);
}

/// <summary>Arms of which one runs: the first whose condition holds, the last where none does.</summary>
/// <param name="Conditions">One for each arm but the last.</param>
/// <param name="Arms">The arms; all have the same inputs and results.</param>
internal sealed record BranchIr(
    int Site,
    string Text,
    string Expression,
    EquatableArray<TurnVariable> Outer,
    EquatableArray<int> Inputs,
    EquatableArray<int> Results,
    EquatableArray<ScalarIr> Conditions,
    EquatableArray<MethodIr> Arms) : OutlinedIr(Site, Text, Expression, Outer, Inputs, Results)
{
    /// <summary>Whether binding knows which arm runs, so that the others are never bound.</summary>
    public bool IsKnownWhenBound => Conditions.All(BindTime.IsKnown);

    public override IEnumerable<MethodIr> Bodies => Arms;

    public override IEnumerable<ScalarIr> ScalarsRead => Conditions;

    public override OutlinedIr RewriteBodies(Func<MethodIr, MethodIr> rewrite) => this with { Arms = Arms.Select(rewrite).ToEquatableArray() };

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace)
        => this with { Conditions = Conditions.Select(condition => ScalarFolding.Rewrite(condition, replace)!).ToEquatableArray() };
}

/// <summary>A tensor that another arm gives and this one does not: nothing reads it where this arm ran, so it has no shape of its own.</summary>
/// <param name="Result">Its value.</param>
internal sealed record AbsentIr(int Site, string Text, string Expression, int Result) : StatementIr(Site, Text, Expression);

/// <summary>Throws where a condition holds: checks of arguments.</summary>
/// <param name="Exception">C# name of the exception; empty for an assertion, which fails where the condition holds.</param>
/// <param name="Arguments">What it is created with.</param>
internal sealed record CheckIr(
    int Site,
    string Text,
    string Expression,
    ScalarIr Condition,
    string Exception,
    EquatableArray<ScalarIr> Arguments) : StatementIr(Site, Text, Expression)
{
    public override IEnumerable<ScalarIr> ScalarsRead => Arguments.Prepend(Condition);

    public override StatementIr RewriteScalars(Func<ScalarIr, ScalarIr> replace) => this with
    {
        Condition = ScalarFolding.Rewrite(Condition, replace)!,
        Arguments = Arguments.Select(argument => ScalarFolding.Rewrite(argument, replace)!).ToEquatableArray(),
    };
}
