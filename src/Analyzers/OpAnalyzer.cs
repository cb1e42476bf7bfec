using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;

namespace NnGen.Analyzers;

/// <summary>Reports mistakes in the declaration of ops and of members that lower to them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OpAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = RulesOps.All;

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(AnalyzeType, SymbolKind.NamedType);
        context.RegisterSymbolAction(AnalyzeMember, SymbolKind.Method, SymbolKind.Property);
    }

    private static void AnalyzeType(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (OpCatalogue.Read(type) is not { } reading)
            return;
        foreach (var problem in reading.Problems)
            context.ReportDiagnostic(Create(problem, Place(type, problem)));
    }

    private static void AnalyzeMember(SymbolAnalysisContext context)
    {
        var member = context.Symbol;
        if (member is IMethodSymbol { AssociatedSymbol: not null } || OpBinding.LoweredType(member) is not { } target)
            return;
        if (OpCatalogue.Read(target) is not { Model: not null, Problems.Count: 0 })
        {
            context.ReportDiagnostic(Diagnostic.Create(RulesOps.LowersNoOp, member.Locations[0], member.Name, target.Name));
            return;
        }

        foreach (var problem in OpBinding.Of(member)!.Problems)
            context.ReportDiagnostic(Create(problem, Place(member.ContainingType, problem)));
    }

    private static Diagnostic Create(OpProblem problem, Location location)
        => Diagnostic.Create(problem.Rule, location, problem.Arguments.ToArray<object>());

    /// <summary>The contract where it is wrong, the parameter that a problem names, else the method, else the type.</summary>
    private static Location Place(INamedTypeSymbol type, OpProblem problem)
    {
        if (problem.Rule.Equals(RulesOps.ContractSyntax) || problem.Rule.Equals(RulesOps.UnboundScalar))
            return ContractOf(type) ?? type.Locations[0];
        if (problem.Method is null)
            return type.Locations[0];
        var methods = type.GetMembers(problem.Method);
        var parameter = methods.OfType<IMethodSymbol>()
            .SelectMany(method => method.Parameters)
            .FirstOrDefault(candidate => candidate.Name == problem.Parameter);
        return parameter?.Locations[0] ?? methods.FirstOrDefault()?.Locations[0] ?? type.Locations[0];
    }

    private static Location? ContractOf(INamedTypeSymbol type)
        => KnownTypes.Attribute(type, OpSourceReader.OpAttribute)?.ApplicationSyntaxReference?.GetSyntax()
            .DescendantNodes().OfType<AttributeArgumentSyntax>().FirstOrDefault()?.GetLocation();
}
