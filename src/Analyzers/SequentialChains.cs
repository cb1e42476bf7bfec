using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Inference;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Analyzers;

/// <summary>Reports a Sequential in which one module cannot take what the one before gives, whatever it is called with, also in plain code.</summary>
/// <param name="known">The types of the runtime.</param>
/// <param name="analysis">What modules compute.</param>
internal sealed class SequentialChains(KnownTypes known, ModuleAnalysis analysis)
{
    public void Analyze(OperationAnalysisContext context)
    {
        var operation = context.Operation;
        if (!IsSequential(operation) || Ancestors(operation).Any(IsSequential))
            return;
        if (Lowering(known, operation, context.CancellationToken, out var sites).Lower(operation) is not { } creation)
            return;
        var store = new ConstraintStore();
        var scalars = new ScalarShapes(s_noModule, new MethodShapes(0, []), Arguments.Symbols, store);
        var result = new InstanceInference(analysis.Bodies(context.CancellationToken), store).RunElements(new PlacedCreation(creation, scalars));
        if (result.Mistake is { } mistake)
            context.ReportDiagnostic(Diagnostic.Create(RulesShapes.Refuted, sites[result.Site], mistake));
    }

    /// <summary>Reads creations in code that belongs to no constructor of a module.</summary>
    /// <param name="operation">An operation of the code.</param>
    /// <param name="sites">Receives the places that creations number.</param>
    public static CreationLowering Lowering(KnownTypes known, IOperation operation, CancellationToken cancellation, out List<Location> sites)
    {
        var places = sites = [];
        return new CreationLowering(known, Leaf, (_, _) => null, Source, Body(operation.SemanticModel!, cancellation), location =>
        {
            places.Add(location);
            return places.Count - 1;
        });
    }

    /// <summary>Plain code belongs to no module.</summary>
    private static readonly ModuleIr s_noModule = new(
        new TypeIr("", "", "", EquatableArray<string>.Empty, "", "", IsSealed: true, IsPublic: false), null, default, default, default, default, IsBroken: false);

    private static bool IsSequential(IOperation operation)
        => operation is IObjectCreationOperation or ICollectionExpressionOperation && operation.Type is { } type && TypeDeclarations.FullName(type) == "global::" + CreationIr.Sequential;

    private static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            yield return parent;
    }

    /// <summary>A parameter that is never assigned is a symbol.</summary>
    private static ScalarIr? Leaf(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when !IsAssigned(operation.Syntax, parameter.Name)
            => new ConstructorParameterIr(TypeDeclarations.FullName(parameter.Type), parameter.Name),
        ILocalReferenceOperation when Source(operation) is { } value => new ScalarLowering(Leaf).Lower(value),
        _ => null,
    };

    /// <summary>What a local that is never assigned again was set to.</summary>
    public static IOperation? Source(IOperation operation)
    {
        if (operation is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } declarations } local } || IsAssigned(operation.Syntax, local.Name))
            return null;
        return declarations[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.SyntaxTree == operation.Syntax.SyntaxTree
            ? operation.SemanticModel!.GetOperation(value)
            : null;
    }

    private static bool IsAssigned(SyntaxNode reference, string name)
        => reference.AncestorsAndSelf().Last(node => node is MemberDeclarationSyntax or CompilationUnitSyntax).DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText == name,
            PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } prefix
                => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression && operand.Identifier.ValueText == name,
            PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } => operand.Identifier.ValueText == name,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax argument } => argument.Identifier.ValueText == name,
            _ => false,
        });

    /// <summary>Functions of the same file are read too.</summary>
    private static System.Func<IMethodSymbol, IOperation?> Body(SemanticModel model, CancellationToken cancellation) => method =>
        method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax && syntax.SyntaxTree == model.SyntaxTree
            ? LoweringContext.Returned(model.GetOperation(syntax, cancellation))
            : null;
}
