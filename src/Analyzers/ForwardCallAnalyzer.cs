using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers;

/// <summary>Points out <c>model.Forward(...)</c> in plain code, where <c>Call</c> is meant as a rule.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForwardCallAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RulesUsage.ForwardInPlainCode];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (KnownTypes.Find(start.Compilation) is { } known)
                start.RegisterOperationAction(operation => Analyze(operation, known), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownTypes known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name != "Forward" || call.Instance?.Type is not { } type || !known.IsModule(type) || IsInsideModule(context.ContainingSymbol, known))
            return;
        context.ReportDiagnostic(Diagnostic.Create(RulesUsage.ForwardInPlainCode, call.Syntax.GetLocation(), call.Instance.Syntax.ToString()));
    }

    /// <summary>Inside a module, children are called with Forward or Call alike.</summary>
    private static bool IsInsideModule(ISymbol symbol, KnownTypes known)
    {
        for (var type = symbol.ContainingType; type is not null; type = type.ContainingType)
        {
            if (known.IsModule(type))
                return true;
        }

        return false;
    }
}
