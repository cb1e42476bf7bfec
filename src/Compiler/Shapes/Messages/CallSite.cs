using System;
using System.Collections.Generic;
using System.Linq;

namespace NnGen.Compiler.Shapes;

/// <summary>An argument as the user wrote it.</summary>
/// <param name="Text">The user's expression; empty where an optional one is left out.</param>
/// <param name="IsMember">Whether it is a parameter or buffer of the callee or of this module, and not a value that flows.</param>
internal readonly record struct CallArgument(string Text, bool IsMember);

/// <summary>
/// The names that a message about a call uses. Generated code carries it as text:
/// <c>fc1 &lt;- x; this.fc1.Weight; this.fc1.Bias</c>, where members begin with <c>this.</c>
/// </summary>
/// <param name="Callee">What is called: <c>fc1</c>, <c>F.CrossEntropy</c>, <c>x - mean</c>.</param>
/// <param name="Arguments">In the contract's order; empty where the contract's own names serve.</param>
internal sealed record CallSite(string Callee, IReadOnlyList<CallArgument> Arguments)
{
    private const string Arrow = " <- ";
    private const string Member = "this.";

    public static CallSite Parse(string text)
    {
        var arrow = text.LastIndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0)
            return new CallSite(text, []);
        var arguments = text.Substring(arrow + Arrow.Length).Split(["; "], StringSplitOptions.None);
        return new CallSite(text.Substring(0, arrow), arguments.Select(ParseArgument).ToArray());
    }

    public override string ToString()
        => Arguments.Count == 0
            ? Callee
            : Callee + Arrow + string.Join("; ", Arguments.Select(argument => (argument.IsMember ? Member : "") + argument.Text));

    private static CallArgument ParseArgument(string text)
        => text.StartsWith(Member, StringComparison.Ordinal) ? new(text.Substring(Member.Length), true) : new(text, false);
}
