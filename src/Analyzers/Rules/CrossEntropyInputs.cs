using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;

namespace NnGen.Analyzers.Rules;

/// <summary>Cross-entropy inside a module of what a softmax or a ReLU gives.</summary>
internal sealed class CrossEntropyInputs : IModuleRule
{
    private static readonly string[] s_losses = ["NnGen.CrossEntropyOp", "NnGen.CrossEntropyProbabilitiesOp"];

    public IEnumerable<Diagnostic> Check(AnalyzedModule module)
    {
        if (module.Linked is not { } linked)
            yield break;
        var activations = new ResultActivation(module.Bodies);
        var sites = new HashSet<int>();
        foreach (var method in linked.Module.Methods.Where(method => method.Body is not null))
        {
            foreach (var loss in method.Body!.Statements.OfType<OpIr>().Where(op => s_losses.Contains(op.Op)))
            {
                var input = loss.Tensors.First(tensor => tensor.Name == "input").Value;
                if (Rule(activations.Of(linked, method, input)) is { } rule && sites.Add(loss.Site))
                    yield return Diagnostic.Create(rule, module.Lowering.Sites[loss.Site]);
            }
        }
    }

    /// <summary>What is said of cross-entropy after an activation; null for one that is right.</summary>
    public static DiagnosticDescriptor? Rule(string? activation) => activation switch
    {
        ResultActivation.Softmax => RulesUsage.SoftmaxBeforeCrossEntropy,
        ResultActivation.Relu => RulesUsage.ReluBeforeCrossEntropy,
        _ => null,
    };
}
