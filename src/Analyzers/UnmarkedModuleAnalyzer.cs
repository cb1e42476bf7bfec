using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers;

/// <summary>Points out a class that derives from <c>Module</c>, as one does in PyTorch, but is not marked: nothing is generated for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmarkedModuleAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RulesComposition.UnmarkedModule];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.Find(start.Compilation) is { } known)
                start.RegisterSymbolAction(symbol => Analyze(symbol, known), SymbolKind.NamedType);
        });
    }

    /// <summary>An abstract class is judged where a module derives from it.</summary>
    private static void Analyze(SymbolAnalysisContext context, KnownTypes known)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type is { TypeKind: TypeKind.Class, IsAbstract: false } && known.IsModule(type) && !known.IsModuleBase(type)
            && InheritanceChecks.UnregisteredMember(type, known) is { } member)
            context.ReportDiagnostic(Diagnostic.Create(RulesComposition.UnmarkedModule, type.Locations[0], type.Name, member.Name));
    }
}
