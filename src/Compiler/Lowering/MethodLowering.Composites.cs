using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>Methods marked <c>[Differentiable]</c>: their scalar parameters, and calls of those of other assemblies.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>A scalar parameter of a composite stands for what each caller passes.</summary>
    /// <returns>Whether the parameter is one.</returns>
    private bool BindScalar(IParameterSymbol parameter)
    {
        if (!parameter.ContainingSymbol.IsStatic || !KnownTypes.IsScalar(parameter.Type))
            return false;
        Bind(parameter, new ScalarTerm(new ConstructorParameterIr(TypeDeclarations.FullName(parameter.Type), parameter.Name)));
        return true;
    }

    /// <summary>Takes the ops of a composite over.</summary>
    private Term InlineComposite(IInvocationOperation call, IMethodSymbol method, MethodIr composite)
    {
        var (ids, scalars) = (new Dictionary<int, int>(), new Dictionary<string, ScalarIr>());
        foreach (var argument in call.Arguments)
        {
            var name = argument.Parameter!.Name;
            if (composite.Inputs.FirstOrDefault(input => input.Name == name) is not { } input)
            {
                if (_scalars.Lower(argument.Value) is not { } scalar)
                    return FailedTerm.Instance;
                scalars[name] = scalar;
                continue;
            }

            switch (Lower(argument.Value))
            {
                case TensorTerm { Value: var value }:
                    ids[input.Value] = value;
                    break;
                case AbsentTerm when input.IsOptional:
                    ids[input.Value] = -1;
                    break;
                case FailedTerm failed:
                    return failed;
                default:
                    return Unsupported(argument.Value);
            }
        }

        foreach (var op in composite.Body!.Statements.Cast<OpIr>())
            TakeOver(op, call, composite, ids, scalars);
        return Shaped(method.ReturnType, new Queue<int>(composite.Results.Select(result => ids[result.Value])));
    }

    private void TakeOver(OpIr op, IInvocationOperation call, MethodIr composite, Dictionary<int, int> ids, Dictionary<string, ScalarIr> scalars)
    {
        _context.Use(_context.Op(op.Op)!);
        var results = op.Results.Select(result => ids[result] = _builder.Result(composite.Values[result].Name, composite.Values[result].Type)).ToEquatableArray();
        _builder.Add(Placed((OpIr)op.RewriteScalars(Read) with
        {
            Site = Site(call),
            Text = SourceText.Statement(call.Syntax),
            Expression = SourceText.Line(call.Syntax),
            Tensors = op.Tensors.Select(tensor => tensor with { Value = ids[tensor.Value] }).Where(tensor => tensor.Value >= 0).ToEquatableArray(),
            Results = results,
        }));

        ScalarIr Read(ScalarIr leaf) => leaf switch
        {
            ConstructorParameterIr parameter => scalars[parameter.Name],
            _ => ScalarLeaves.WithValue(leaf, value => ids[value]),
        };
    }
}
