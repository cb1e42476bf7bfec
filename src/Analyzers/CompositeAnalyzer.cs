using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers;

/// <summary>Reports methods marked <c>[Differentiable]</c> that modules of other projects could not call.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CompositeAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. RulesDeclaration.All, .. RulesShapes.All, .. RulesDifferentiability.All, .. RulesState.All];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.Method);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!KnownTypes.IsComposite(method) || KnownTypes.Find(context.Compilation) is not { } known)
            return;
        var (lowering, text) = Composites.Lower(method, context.Compilation, known, context.CancellationToken);
        foreach (var problem in lowering.Problems)
            context.ReportDiagnostic(Diagnostic.Create(Compiler.Diagnostics.Rules.Get(problem.Rule), lowering.Sites[problem.Site], problem.Arguments.ToArray<object>()));
        if (text is null && lowering.Problems.IsEmpty && !lowering.HasInvalidCode)
            context.ReportDiagnostic(Diagnostic.Create(RulesState.NotComposite, method.Locations[0], method.Name));
    }
}
