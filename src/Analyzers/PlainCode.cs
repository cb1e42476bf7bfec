using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Lowering;
using NnGen.Compiler.Ops;

namespace NnGen.Analyzers;

/// <summary>Reads code that belongs to no module: what locals are set to, and how modules are created there.</summary>
internal static class PlainCode
{
    /// <summary>Reads creations.</summary>
    /// <param name="known">The types of the runtime.</param>
    /// <param name="operation">An operation of the code.</param>
    /// <param name="sites">Receives the places that creations number.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static CreationLowering Creations(KnownTypes known, IOperation operation, List<Location> sites, CancellationToken cancellation)
        => new(known, Leaf, (_, _) => null, Source, method => Function(method, operation.SemanticModel!, cancellation), field => Initializer(field, operation.SemanticModel!, cancellation), location =>
        {
            sites.Add(location);
            return sites.Count - 1;
        });

    /// <summary>A number, flag or list of numbers; null where it is not known.</summary>
    public static ScalarIr? Scalar(IOperation operation) => new ScalarLowering(Leaf).Lower(operation);

    /// <summary>What a local that is never assigned again was set to.</summary>
    public static IOperation? Source(IOperation operation)
    {
        if (operation is not ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } declarations } local } || IsAssigned(operation.Syntax, local.Name) || IsChanged(operation, local))
            return null;
        return declarations[0].GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.SyntaxTree == operation.Syntax.SyntaxTree
            ? operation.SemanticModel!.GetOperation(value)
            : null;
    }

    public static IEnumerable<IOperation> Ancestors(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
            yield return parent;
    }

    /// <summary>A parameter that is never assigned is a symbol.</summary>
    private static ScalarIr? Leaf(IOperation operation) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } when !IsAssigned(operation.Syntax, parameter.Name)
            => new ConstructorParameterIr(TypeDeclarations.FullName(parameter.Type), parameter.Name),
        ILocalReferenceOperation when Source(operation) is { } value => Scalar(value),
        _ => null,
    };

    /// <summary>Whether anything changes what a list or Sequential holds after it is made, here or in a function that it is given to.</summary>
    private static bool IsChanged(IOperation reference, ILocalSymbol list)
        => list.Type.Name != "Tensor" && Surroundings(reference.Syntax).DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == list.Name).Any(name => name.Parent switch
        {
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element => assignment.Left == element,
            MemberAccessExpressionSyntax access => access.Expression == name && IsChange(access),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => reference.SemanticModel!.GetSymbolInfo(call).Symbol is IMethodSymbol function
                && function.DeclaringSyntaxReferences.Any(part => part.GetSyntax().DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(IsChange)),
            _ => false,
        });

    private static bool IsChange(MemberAccessExpressionSyntax access)
        => access is { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: "Add" or "AddRange" or "Insert" or "RemoveAt" or "Clear" };

    private static SyntaxNode Surroundings(SyntaxNode reference) => reference.AncestorsAndSelf().Last(node => node is MemberDeclarationSyntax or CompilationUnitSyntax);

    private static bool IsAssigned(SyntaxNode reference, string name)
        => Surroundings(reference).DescendantNodes().Any(node => node switch
        {
            AssignmentExpressionSyntax assignment => Assigned(assignment.Left).Contains(name),
            PrefixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } prefix
                => prefix.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression && operand.Identifier.ValueText == name,
            PostfixUnaryExpressionSyntax { Operand: IdentifierNameSyntax operand } => operand.Identifier.ValueText == name,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax argument } => argument.Identifier.ValueText == name,
            _ => false,
        });

    private static IEnumerable<string> Assigned(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => [name.Identifier.ValueText],
        TupleExpressionSyntax tuple => tuple.Arguments.SelectMany(argument => Assigned(argument.Expression)),
        _ => [],
    };

    /// <summary>What the function that is called returns where it does nothing else.</summary>
    public static IOperation? Returned(IInvocationOperation call, CancellationToken cancellation) => LoweringContext.Returned(Function(call.TargetMethod, call.SemanticModel!, cancellation));

    /// <summary>Functions of the same file are read too.</summary>
    private static IOperation? Function(IMethodSymbol method, SemanticModel model, CancellationToken cancellation)
        => method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } syntax && syntax.SyntaxTree == model.SyntaxTree
            ? model.GetOperation(syntax, cancellation)
            : null;

    private static IOperation? Initializer(IFieldSymbol field, SemanticModel model, CancellationToken cancellation)
        => field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value } && value.SyntaxTree == model.SyntaxTree
            ? model.GetOperation(value, cancellation)
            : null;
}
