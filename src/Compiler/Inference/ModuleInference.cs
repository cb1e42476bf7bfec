using System.Collections.Generic;
using System.Linq;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Inference;

/// <summary>What inference found of a module.</summary>
/// <param name="Module">The module with the shapes of its results, as its callers may rely on them.</param>
/// <param name="Methods">Shapes of each method's values.</param>
/// <param name="Findings">What is refuted or open, in program order.</param>
internal sealed record InferredModule(ModuleIr Module, IReadOnlyList<MethodShapes> Methods, IReadOnlyList<ShapeFinding> Findings);

/// <summary>Infers the shapes of a module. The generator and the analyzers both use it, so they always agree.</summary>
internal static class ModuleInference
{
    /// <param name="linked">The module.</param>
    /// <param name="bodies">What called modules compute, where diagnostics are wanted; null in the generator.</param>
    public static InferredModule Infer(LinkedModule linked, IModuleBodies? bodies = null)
    {
        var findings = new List<ShapeFinding>();
        var shapes = linked.Module.Methods.Select((_, index) => MethodInference.Infer(linked, index, findings, bodies)).ToList();
        if (bodies is not null && findings.All(finding => finding.Truth != Truth.Refuted) && new InstanceInference(bodies, new ConstraintStore()).RunDefault(linked) is { } mistake)
            findings.Add(mistake);
        var methods = linked.Module.Methods.Select((method, index) => WithResults(method, shapes[index])).ToList();
        var merged = methods.Select(method => method.IsSelecting ? WithCommonResults(method, methods.Where(variant => variant.IsVariantOf(method)).ToList()) : method);
        return new InferredModule(linked.Module with { Methods = merged.ToEquatableArray() }, shapes, findings.Distinct().ToList());
    }

    /// <summary>Shapes of results on which all variants agree.</summary>
    private static MethodIr WithCommonResults(MethodIr method, IReadOnlyList<MethodIr> variants)
        => method with
        {
            Results = method.Results
                .Select((result, i) => result with { IsInferred = result.Shape is null, Shape = result.Shape ?? (variants.Select(variant => variant.Results[i].Shape).Distinct().ToList() is { Count: 1 } shapes ? shapes[0] : null) })
                .ToEquatableArray(),
        };

    /// <summary>Shapes of results that the method does not declare, where its callers know every name in them.</summary>
    private static MethodIr WithResults(MethodIr method, MethodShapes shapes)
        => method with
        {
            Results = method.Results
                .Select(result => result.Shape is null && result.Value >= 0 && IsExpressible(shapes[result.Value], shapes) ? result with { Shape = shapes[result.Value].ToText(), IsInferred = true } : result)
                .ToEquatableArray(),
        };

    private static bool IsExpressible(SymbolicShape shape, MethodShapes shapes)
        => shape.IsKnown
            && (shape.Pack is null || shapes.Symbols.Contains("*" + shape.Pack))
            && shape.Leading.Concat(shape.Trailing).SelectMany(dim => dim.Symbols()).All(shapes.Symbols.Contains);
}
