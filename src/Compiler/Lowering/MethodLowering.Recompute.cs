using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>Calls whose values are computed again in the backward pass: of methods and members marked <c>[Recompute]</c>, and <c>F.Checkpoint</c>.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>Whether a helper is called as a compiled method of its own, so that it can be recomputed.</summary>
    private bool IsRecomputed(IMethodSymbol method)
    {
        if (!KnownTypes.IsRecomputed(method))
            return false;
        if (SymbolEqualityComparer.Default.Equals(method.ContainingType, _context.Type) && MethodSignature.IsCompiled(_context.Known, method))
            return true;
        _context.Report(RulesState.NotRecomputed, method.Locations[0], method.Name);
        return false;
    }

    private Term LowerCheckpoint(IInvocationOperation call)
    {
        var arguments = call.Arguments.OrderBy(argument => argument.Parameter!.Ordinal).ToList();
        if (Lower(arguments[0].Value) is not ModuleTerm module)
            return Fail(RulesDifferentiability.UnknownModule, arguments[0].Value, Quote(arguments[0].Value.Syntax));
        var forward = module.Type.GetMembers(KnownTypes.Forward).OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, arguments[1].Parameter!.Type));
        if (forward is null || MethodSignature.Key(_context.Known, forward) is not { } key || MethodSignature.ResultTypes(_context.Known, forward) is not { } types)
            return Fail(RulesDifferentiability.UnknownModule, arguments[0].Value, Quote(arguments[0].Value.Syntax));
        return CallOf(call, module with { IsRecomputed = true }, forward, key, types, arguments.Skip(1));
    }
}
