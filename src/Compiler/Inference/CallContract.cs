using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>The contract of a module's method as calls are matched with it.</summary>
internal static class CallContract
{
    /// <param name="callee">The module.</param>
    /// <param name="method">The method.</param>
    /// <param name="isKnown">Whether this body runs, so that what follows from it holds.</param>
    public static Contract Of(ModuleIr callee, MethodIr method, bool isKnown) => MethodContract.Create(
        method.Inputs.Select(input => new MethodInput(input.Name, ElementType.Any, input.IsOptional, input.Shape)),
        method.Results.Select(result => result.IsInferred && !isKnown ? null : result.Shape),
        callee.Constructor.Select(hyper => hyper.Name).Concat(method.Scalars.Select(scalar => scalar.Name)));
}
