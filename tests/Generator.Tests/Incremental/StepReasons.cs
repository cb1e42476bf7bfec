using Microsoft.CodeAnalysis;
using NnGen.Compiler.Headers;
using NnGen.Compiler.Ir;

namespace NnGen.Generator.Tests.Incremental;

/// <summary>Why each step of each module ran or did not, as a table to be read.</summary>
internal static class StepReasons
{
    private static readonly string[] s_steps = [ModuleStep.Headers, ModuleStep.Lower, ModuleStep.Contracts, ModuleStep.Link, ModuleStep.Plan, ModuleStep.Emit];

    /// <summary>One line a module: its steps from Headers to Emit. The contracts, which are of all modules, stand first.</summary>
    public static string Table(GeneratorRunResult run)
    {
        var reasons = s_steps.SelectMany(step => run.TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => (Step: step, Module: Module(o.Value), o.Reason))).ToList();
        var contracts = Assert.Single(reasons, r => r.Step == ModuleStep.Contracts);
        var lines = reasons.Where(r => r.Step != ModuleStep.Contracts)
            .GroupBy(r => r.Module, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(r => $"{r.Step} {r.Reason}"))}");
        return string.Join("\n", lines.Prepend($"Contracts {contracts.Reason}"));
    }

    private static string Module(object value) => value switch
    {
        ModuleHeaders headers => headers.Type.Name,
        LoweredClass lowered => lowered.Headers.Type.Name,
        LinkedClass linked => linked.Headers.Type.Name,
        PlannedClass planned => planned.Headers.Type.Name,
        GeneratedFile file => file.Name.Replace(".g.cs", "", StringComparison.Ordinal),
        _ => "",
    };
}
