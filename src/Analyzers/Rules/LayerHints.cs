using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Shapes;

namespace NnGen.Analyzers.Rules;

/// <summary>What each layer takes and gives where it is called first, as a hint on its name: <c>fc1: [N, 784] -> [N, 128]</c>.</summary>
internal sealed class LayerHints : IModuleRule
{
    public IEnumerable<Diagnostic> Check(AnalyzedModule module)
        => module.Inferred is not { } inferred
            ? []
            : module.Type.GetMembers()
                .Where(member => !member.IsImplicitlyDeclared && MemberKinds.IsStored(member) && module.Known.HoldsModule(MemberKinds.TypeOf(member)))
                .Select(member => (Member: member, Shapes: Shapes(inferred, member.Name)))
                .Where(layer => layer.Shapes is not null)
                .Select(layer => Diagnostic.Create(RulesShapes.Layer, layer.Member.Locations[0], layer.Member.Name, layer.Shapes));

    private static string? Shapes(InferredModule inferred, string member)
    {
        for (var i = 0; i < inferred.Methods.Count; i++)
        {
            foreach (var statement in inferred.Module.Methods[i].Body?.Statements ?? default)
            {
                if (Call(statement, inferred.Module.Methods[i], member) is { } call)
                    return Text(inferred.Methods[i], call.Inputs, call.Results);
            }
        }

        return null;
    }

    /// <summary>The tensors that a statement gives a member and takes from it, also where the layer stands in place; null where it is another's.</summary>
    private static (IEnumerable<int> Inputs, IEnumerable<int> Results)? Call(StatementIr statement, MethodIr method, string member) => statement switch
    {
        CallIr call when call.Target == member => (call.Inputs.Where(input => input >= 0), call.Results),
        OpIr op when op.Tensors.Any(tensor => IsOf(method, tensor.Value, member)) => (op.Tensors.Select(tensor => tensor.Value).Where(value => !IsOf(method, value, member)), op.Results.Take(1)),
        _ => null,
    };

    private static bool IsOf(MethodIr method, int value, string member)
        => method.Values[value].Member?.StartsWith(member + ".", StringComparison.Ordinal) == true;

    private static string? Text(MethodShapes shapes, IEnumerable<int> inputs, IEnumerable<int> results)
    {
        var (from, to) = (inputs.Select(value => shapes[value]).ToList(), results.Select(value => shapes[value]).ToList());
        return from.Concat(to).All(shape => shape.IsKnown) ? $"{Join(from)} -> {Join(to)}" : null;
    }

    private static string Join(IReadOnlyList<SymbolicShape> shapes) => string.Join(", ", shapes);
}
