using System;
using System.Collections.Generic;
using System.Text;

namespace NnGen.Compiler.Shapes;

/// <summary>A tensor of a call in the user's words.</summary>
/// <param name="Text">The expression, e.g. <c>x</c> or <c>fc1.Weight</c>.</param>
/// <param name="IsMember">Whether it belongs to what is called or to the module around it, as weights do, rather than flowing through.</param>
/// <param name="Maker">What computed it, e.g. <c>fc1</c>; null where the text says it, or for an input.</param>
internal readonly record struct CallArgument(string Text, bool IsMember, string? Maker = null)
{
    /// <summary>An optional tensor that is left out.</summary>
    public static readonly CallArgument Absent = new("", false);
}

/// <summary>
/// The names that a message about a call uses. Generated code carries it as text:
/// <c>fc2 &lt;- x from fc1; this.fc2.Weight; this.fc2.Bias</c>, where members begin with <c>this.</c>
/// </summary>
/// <param name="Callee">What is called: <c>fc1</c>, <c>F.CrossEntropy</c>, <c>x - mean</c>.</param>
/// <param name="Arguments">In the contract's order; empty where the contract's own names serve.</param>
internal sealed record CallSite(string Callee, IReadOnlyList<CallArgument> Arguments)
{
    /// <summary>How the module that is called is created, where that is known: <c>Block(64, 2)</c>.</summary>
    public string? Created { get; init; }

    private const string Arrow = " <- ";
    private const string Separator = "; ";
    private const string From = " from ";
    private const string Member = "this.";

    public static CallSite Parse(string text)
    {
        var arrow = text.LastIndexOf(Arrow, StringComparison.Ordinal);
        if (arrow < 0)
            return new CallSite(text, []);
        var arguments = text.Substring(arrow + Arrow.Length).Split([Separator], StringSplitOptions.None);
        return new CallSite(text.Substring(0, arrow), Array.ConvertAll(arguments, ParseArgument));
    }

    /// <summary>Whether an expression contains what separates the parts of the text.</summary>
    public static bool HasMarks(string expression)
        => expression.Contains(Arrow) || expression.Contains(Separator) || expression.Contains(From) || expression.StartsWith(Member, StringComparison.Ordinal);

    public override string ToString()
    {
        var text = new StringBuilder(Callee);
        for (var i = 0; i < Arguments.Count; i++)
            text.Append(i == 0 ? Arrow : Separator).Append(Write(Arguments[i]));
        return text.ToString();
    }

    private static string Write(CallArgument argument)
        => (argument.IsMember ? Member : "") + argument.Text + (argument.Maker is null ? "" : From + argument.Maker);

    private static CallArgument ParseArgument(string text)
    {
        if (text.StartsWith(Member, StringComparison.Ordinal))
            return new(text.Substring(Member.Length), true);
        var from = text.IndexOf(From, StringComparison.Ordinal);
        return from < 0 ? new(text, false) : new(text.Substring(0, from), false, text.Substring(from + From.Length));
    }
}
