using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NnGen.Analyzers.Rules;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers;

/// <summary>Reports what lowering and shape inference find of a module, while it is being typed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModuleAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableArray<IModuleRule> s_rules = [new LoweringProblems(), new ShapeFindings(), new LayerHints(), new CrossEntropyInputs(), new UnusedMembers(), new FailedGeneration()];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RulesDeclaration.All, .. RulesComposition.All, .. RulesShapes.All, .. RulesDifferentiability.All, .. RulesState.All, .. RulesSurroundings.All, .. RulesUsage.OfModules];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.Find(start.Compilation) is not { } known)
                return;
            var analysis = new ModuleAnalysis(start.Compilation);
            start.RegisterOperationBlockAction(block => PlainShapes.Analyze(block, known, analysis));
            start.RegisterOperationAction(new TrainingLoops(known, analysis).Analyze, OperationKind.Invocation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, analysis), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ModuleAnalysis analysis)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!KnownTypes.IsMarkedModule(type) || analysis.Analyze(type, context.CancellationToken) is not { } module)
            return;
        foreach (var diagnostic in s_rules.SelectMany(rule => rule.Check(module)))
            context.ReportDiagnostic(diagnostic);
    }
}
