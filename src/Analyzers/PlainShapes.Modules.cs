using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Analyzers;

// Modules that state their shapes, and lists of modules that a loop runs through.
internal sealed partial class PlainShapes
{
    /// <summary>What a method of a module written by hand states of its shapes; an entry stands for the method of the same parameters.</summary>
    private static string? ContractOf(IMethodSymbol entry, string name)
    {
        for (var type = entry.ContainingType; type is not null; type = type.BaseType)
        {
            var method = type.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(candidate
                => candidate.Parameters.Select(parameter => parameter.Type).SequenceEqual(entry.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default));
            if (method is not null)
                return KnownTypes.ShapeContractOf(method);
        }

        return null;
    }

    private SymbolicShape Stated(IInvocationOperation call, Contract contract, CreationIr creation, IReadOnlyList<SymbolicShape?> inputs, CallSite site)
    {
        var hypers = contract.Hypers.ToDictionary(name => name, name => _scalars.Hyper(creation.Arguments.First(argument => argument.Name == name).Value));
        var given = inputs.Take(contract.Inputs.Count).Concat(Enumerable.Repeat<SymbolicShape?>(null, System.Math.Max(0, contract.Inputs.Count - inputs.Count))).ToList();
        var result = SymbolicInference.Infer(contract, given, null, hypers, _store);
        if (result.Truth == Truth.Refuted)
            Report(call, result.Messages(site)[0]);
        return result.Truth != Truth.Refuted && result.Outputs.Count == 1 ? result.Outputs[0] : SymbolicShape.Unknown;
    }

    /// <summary>A loop that runs a tensor through all modules of a list, so that each must take what the one before it gives.</summary>
    private void CheckLoop(IForEachLoopOperation loop)
    {
        if (loop.Locals.Length != 1 || Statement(loop.Body) is not IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var tensor }, Value: var value } }
            || CallOf(value) is not { Instance: ILocalReferenceOperation { Local: var module }, TargetMethod.Name: "Call" or "Forward" or "Predict", Arguments: { Length: 1 } arguments } call
            || !SymbolEqualityComparer.Default.Equals(module, loop.Locals[0])
            || Construction.Unwrap(arguments[0].Value) is not ILocalReferenceOperation { Local: var input } || !SymbolEqualityComparer.Default.Equals(input, tensor))
            return;
        if (Creation(loop.Collection) is { } list && _instances.RunElements(new PlacedCreation(list, _scalars)).Mistake is { } mistake)
            Report(call, mistake);
    }

    private static IOperation? Statement(IOperation body) => body is IBlockOperation block ? block.Operations.Length == 1 ? block.Operations[0] : null : body;

    /// <summary>The call whose result functions of single elements are applied to.</summary>
    private static IInvocationOperation? CallOf(IOperation value) => Construction.Unwrap(value) switch
    {
        IInvocationOperation { Instance: null, Arguments: { Length: > 0 } arguments } function when IsPointwise(function) => CallOf(arguments[0].Value),
        IInvocationOperation { Instance: { } receiver } method when IsPointwise(method) => CallOf(receiver),
        var call => call as IInvocationOperation,
    };

    private static bool IsPointwise(IInvocationOperation call) => OpBinding.Of(call.TargetMethod) is { Problems.Count: 0, Op: { Kind: OpKind.Pointwise, Inputs.Count: 1 } };
}
