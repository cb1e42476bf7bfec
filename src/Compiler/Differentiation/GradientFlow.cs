using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Differentiation;

/// <summary>
/// Which values of a method can carry a gradient: those that depend, through differentiable ops, on a float input or on a
/// parameter. Everything else is a constant to the reverse pass.
/// </summary>
internal sealed class GradientFlow
{
    private readonly HashSet<int> _carrying = [];

    private GradientFlow(MethodIr method, LinkedModule linked)
    {
        foreach (var value in method.Values)
        {
            if (value.Type == DType.Float32
                && (value.Origin == ValueOrigin.Input || (value.Origin == ValueOrigin.Member && value.MemberKind == MemberKind.Parameter)))
                _carrying.Add(value.Id);
        }

        Visit(method, method.Body!, linked);
    }

    public static GradientFlow Of(MethodIr method, LinkedModule linked) => new(method, linked);

    /// <summary>Whether a gradient of the value can be wanted.</summary>
    public bool Carries(int value) => _carrying.Contains(value);

    private void Visit(MethodIr method, BlockIr block, LinkedModule linked)
    {
        foreach (var statement in block.Statements.Where(statement => !statement.IsDetached))
        {
            if (statement is CallIr call)
                Mark(method, call.Results);
            else if (statement is TensorListIr list && (list.IsRead || list.Action == ListAction.Create))
                Mark(method, EquatableArray.Create(list.IsRead ? list.Item : list.List));
            else if (statement is OutlinedIr outlined)
                Mark(method, outlined.Results);
            else if (statement is OpIr op && IsDifferentiableHere(op, linked.Op(op.Op)))
                Mark(method, op.Results);
        }
    }

    private bool IsDifferentiableHere(OpIr call, OpModel op)
        => call.Tensors.Any(tensor => Carries(tensor.Value) && HasDerivative(op, tensor.Name));

    private static bool HasDerivative(OpModel op, string input) => op.Kind switch
    {
        OpKind.View => op.IsDifferentiable,
        OpKind.Pointwise => op.Derivatives.Any(derivative => derivative.Input == input),
        _ => op.Backward.Any(parameter => parameter.Role == OpParameterRole.InputGradient && parameter.Target == input),
    };

    private void Mark(MethodIr method, EquatableArray<int> results)
    {
        foreach (var result in results)
        {
            if (method.Values[result].Type == DType.Float32)
                _carrying.Add(result);
        }
    }
}
