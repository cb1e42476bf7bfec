using System;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>The user's words for what is called with what: the same in diagnostics and in exceptions.</summary>
internal static class CallSites
{
    public static CallSite Of(OpIr call, OpModel op, MethodIr method)
    {
        var arguments = op.Inputs
            .SelectMany(input => input.IsVariadic || call.Tensors.Any(tensor => tensor.Name == input.Name)
                ? call.Tensors.Where(tensor => tensor.Name == input.Name).Select(tensor => Argument(method.Values[tensor.Value]))
                : [new CallArgument("", false)]);
        return new CallSite(Callee(call.Expression), arguments.ToList());
    }

    public static CallSite Of(CallIr call, MethodIr method)
        => new(
            call.Target.Length == 0 ? Callee(call.Expression) : call.Target,
            call.Inputs.Select(value => value < 0 ? new CallArgument("", false) : Argument(method.Values[value])).ToList());

    private static CallArgument Argument(ValueIr value) => new(value.Name, value.Origin == ValueOrigin.Member);

    /// <summary>A call by the name of what is called, a child by its own name; an operator as it is written.</summary>
    private static string Callee(string expression)
    {
        var open = expression.IndexOf('(');
        if (open <= 0 || !expression.EndsWith(")", StringComparison.Ordinal) || !expression.Take(open).All(c => char.IsLetterOrDigit(c) || c is '.' or '_'))
            return expression;
        var name = expression.Substring(0, open);
        foreach (var method in new[] { ".Forward", ".Call" })
        {
            if (name.EndsWith(method, StringComparison.Ordinal))
                return name.Substring(0, name.Length - method.Length);
        }

        return name;
    }
}
