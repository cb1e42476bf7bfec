using System;
using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>The user's words for what is called with what: the same in diagnostics and in exceptions.</summary>
/// <param name="linked">The module.</param>
/// <param name="method">The method in which the calls stand.</param>
/// <param name="caller">For a method of another assembly, whose own words nobody knows: the words for its call.</param>
internal sealed class CallSites(LinkedModule linked, MethodIr method, CallSite? caller = null)
{
    private const int MaxLength = 60;

    /// <param name="call">The call.</param>
    /// <param name="itemsOf">How many tensors a value stands for that is a list; null for a single tensor.</param>
    public CallSite Of(OpIr call, Func<int, int?>? itemsOf = null)
    {
        var arguments = linked.Op(call.Op).Inputs
            .SelectMany(input => input.IsVariadic || call.Tensors.Any(tensor => tensor.Name == input.Name)
                ? call.Tensors.Where(tensor => tensor.Name == input.Name).SelectMany(tensor => Arguments(tensor.Value, itemsOf?.Invoke(tensor.Value)))
                : [CallArgument.Absent]);
        return new CallSite(call.Expression.Length == 0 ? caller?.Callee ?? linked.Module.Type.Name : Callee(call.Expression), arguments.ToList());
    }

    public CallSite Of(CallIr call)
        => new(
            call.IsOfChild ? call.Target : Callee(call.Expression),
            call.Inputs.Select(value => value < 0 ? CallArgument.Absent : Argument(value)).ToList());

    private IEnumerable<CallArgument> Arguments(int id, int? items)
        => items is { } count ? Enumerable.Range(0, count).Select(i => new CallArgument($"{method.Values[id].Name}[{i}]", IsMember: false)) : [Argument(id)];

    /// <summary>A value by the user's name and what made it; one without a name by the expression that makes it.</summary>
    private CallArgument Argument(int id)
    {
        var value = method.Values[id];
        if (caller is not null)
        {
            var input = method.Inputs.ToList().FindIndex(candidate => candidate.Value == id);
            return input >= 0 && input < caller.Arguments.Count ? caller.Arguments[input] : new CallArgument($"{caller.Callee}.{value.Name}", value.Origin == ValueOrigin.Member);
        }

        if (value.Origin != ValueOrigin.Statement || Source(id) is not { } source)
            return new CallArgument(value.Name, value.Origin == ValueOrigin.Member);
        if (value.IsNamed)
            return new CallArgument(value.Name, IsMember: false, Maker(source));
        return new CallArgument(CanQuote(source.Expression) ? source.Expression : value.Name, IsMember: false);
    }

    private StatementIr? Source(int value)
        => method.Body?.Statements.FirstOrDefault(statement => statement switch
        {
            OpIr op => op.Results.Contains(value),
            CallIr call => call.Results.Contains(value),
            _ => false,
        });

    /// <summary>What gave a value its shape: functions of single elements are passed over. Null where that is an input.</summary>
    private string? Maker(StatementIr? source)
    {
        while (source is OpIr { Tensors: { Count: 1 } tensors } op && linked.Op(op.Op).Kind == OpKind.Pointwise)
            source = Source(tensors[0].Value);
        return source switch
        {
            null => null,
            CallIr { IsOfChild: true } call => call.Target,
            _ => Callee(source.Expression) is var callee && CanQuote(callee) ? callee : null,
        };
    }

    private static bool CanQuote(string expression) => expression.Length is > 0 and <= MaxLength && !CallSite.HasMarks(expression);

    /// <summary>A call by the name of what is called, a child by its own name, a method of a computed tensor by its name alone; an operator as it is written.</summary>
    public static string Callee(string expression)
    {
        var open = OpeningOfLast(expression);
        if (open <= 0)
            return expression;
        var name = expression.Substring(0, open);
        foreach (var forward in new[] { ".Forward", ".Call", ".Predict" })
        {
            if (name.EndsWith(forward, StringComparison.Ordinal) && IsOneOperand(name))
                return name.Substring(0, name.Length - forward.Length);
        }

        if (IsName(name))
            return name;
        var last = name.Substring(name.LastIndexOf('.') + 1);
        return last.Length > 0 && IsName(last) && IsOneOperand(name) ? last : expression;
    }

    private static bool IsName(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '.' or '_');

    /// <summary>Whether a text has no operator outside of brackets.</summary>
    private static bool IsOneOperand(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0 && !char.IsLetterOrDigit(c) && c is not ('.' or '_' or ')' or ']' or '}' or '?' or '!'))
                return false;
        }

        return true;
    }

    /// <summary>Where the parentheses open that close at the end; -1 where none do.</summary>
    private static int OpeningOfLast(string expression)
    {
        var depth = 0;
        for (var i = expression.Length - 1; i >= 0 && (depth > 0 || i == expression.Length - 1); i--)
        {
            depth += expression[i] == ')' ? 1 : expression[i] == '(' ? -1 : 0;
            if (depth == 0)
                return expression[i] == '(' ? i : -1;
        }

        return -1;
    }
}
