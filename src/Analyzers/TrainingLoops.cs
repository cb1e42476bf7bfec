using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Analyzers.Rules;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Lowering;

namespace NnGen.Analyzers;

/// <summary>Plain code around a model: cross-entropy of activations, steps that gradients are never set back before, evaluation as in training.</summary>
/// <param name="known">The types of the runtime.</param>
/// <param name="analysis">What modules compute.</param>
internal sealed class TrainingLoops(KnownTypes known, ModuleAnalysis analysis)
{
    public void Analyze(OperationAnalysisContext context)
    {
        var call = (IInvocationOperation)context.Operation;
        if (known.IsModule(context.ContainingSymbol.ContainingType))
            return;
        if (IsCrossEntropy(call) && call.Arguments.Length > 0 && CrossEntropyInputs.Rule(Activation(call.Arguments[0].Value, context)) is { } rule)
            context.ReportDiagnostic(Diagnostic.Create(rule, call.Syntax.GetLocation()));
        else if (IsStepWithoutReset(call))
            context.ReportDiagnostic(Diagnostic.Create(RulesUsage.GradientsNeverReset, call.Syntax.GetLocation(), call.Instance!.Syntax.ToString()));
        else if (IsEvaluation(call) && LayerOfTraining(call, context) is { } layer)
            context.ReportDiagnostic(Diagnostic.Create(RulesUsage.EvaluatedInTraining, call.Syntax.GetLocation(), call.Instance!.Syntax.ToString(), layer));
    }

    private static bool IsCrossEntropy(IInvocationOperation call)
        => (call.TargetMethod is { Name: "Call" or "Forward" } && call.Instance?.Type?.ToDisplayString() == "NnGen.CrossEntropyLoss")
            || call.TargetMethod is { Name: "CrossEntropy", IsStatic: true, ContainingType: { Name: "F", ContainingNamespace.Name: "NnGen" } };

    /// <summary>The activation that a value went through last: of a function, or of the model that gives it.</summary>
    private string? Activation(IOperation value, OperationAnalysisContext context)
    {
        var operation = Construction.Unwrap(value);
        if (PlainCode.Source(operation) is { } source)
            operation = Construction.Unwrap(source);
        if (operation is not IInvocationOperation call)
            return null;
        if (call.TargetMethod is { Name: "Softmax" } softmax && known.IsTensor(softmax.ReturnType))
            return ResultActivation.Softmax;
        if (call.TargetMethod is { Name: "Relu" } relu && known.IsTensor(relu.ReturnType))
            return ResultActivation.Relu;
        if (call.TargetMethod.Name is not ("Call" or "Forward") || call.Instance?.Type is not INamedTypeSymbol type || !known.IsModule(type))
            return null;
        var activations = new ResultActivation(analysis.Bodies(context.CancellationToken));
        var creation = PlainCode.Creations(known, call.Instance, [], context.CancellationToken).Lower(call.Instance);
        return creation is not null ? activations.Of(creation) : activations.Of(MemberKinds.ContractName(type));
    }

    /// <summary>A step of an optimizer in a loop that runs a backward pass, where nothing around ever sets gradients back.</summary>
    private static bool IsStepWithoutReset(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "Step" || call.Instance?.Type is not { } type || !IsOptimizer(type))
            return false;
        if (call.Syntax.Ancestors().FirstOrDefault(IsLoop) is not { } loop || !ComputesGradients(loop))
            return false;
        var surroundings = Surroundings(loop);
        return !Calls(surroundings).Contains("ZeroGrad") && !surroundings.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == "Grad");
    }

    /// <summary>A call in a loop that computes no gradients, beside one that trains, where nothing around says that the model is evaluated.</summary>
    private static bool IsEvaluation(IInvocationOperation call)
    {
        if (call.TargetMethod.Name != "Call" || call.Instance is null || call.Syntax.Ancestors().FirstOrDefault(IsLoop) is not { } loop || loop.AncestorsAndSelf().Any(node => IsLoop(node) && ComputesGradients(node)))
            return false;
        var surroundings = Surroundings(loop);
        return !Calls(surroundings).Any(name => name is "Eval" or "Train") && surroundings.DescendantNodes().Any(node => IsLoop(node) && ComputesGradients(node) && Calls(node).Contains("Step"));
    }

    /// <summary>A layer of the model that is called which does something else in training; null where none is known.</summary>
    private string? LayerOfTraining(IInvocationOperation call, OperationAnalysisContext context)
    {
        if (call.Instance?.Type is not INamedTypeSymbol type || !known.IsModule(type))
            return null;
        var creation = PlainCode.Creations(known, call.Instance, [], context.CancellationToken).Lower(call.Instance);
        return new TrainingLayers(analysis.Bodies(context.CancellationToken)).Find(MemberKinds.ContractName(type), creation);
    }

    private static bool IsLoop(SyntaxNode node)
        => node is ForStatementSyntax or ForEachStatementSyntax or ForEachVariableStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    private static bool ComputesGradients(SyntaxNode loop) => Calls(loop).Any(name => name is "Backward" or "ValueAndGrad");

    private static SyntaxNode Surroundings(SyntaxNode loop)
        => loop.Ancestors().First(node => node is (MemberDeclarationSyntax and not GlobalStatementSyntax) or CompilationUnitSyntax);

    private static bool IsOptimizer(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == "NnGen.Optim.Optimizer")
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Calls(SyntaxNode node)
        => node.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(call => call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => "",
        });
}
