using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Diagnostics;

namespace NnGen.CodeFixes;

/// <summary>Gives a layer the size that is proven, or flattens what it is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ShapeCodeFix))]
[Shared]
public sealed class ShapeCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RulesShapes.Refuted.Id);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var diagnostic = context.Diagnostics[0];
        if (!diagnostic.Properties.TryGetValue(RulesShapes.Callee, out var callee) || callee is null)
            return;
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        var call = root?.FindNode(context.Span, getInnermostNodeForTie: true);
        if (root is null || model is null || call?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return;
        if (diagnostic.Properties.TryGetValue(RulesShapes.FlattenFrom, out var start) && call is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } given })
        {
            var flattened = SyntaxFactory.ParseExpression($"F.Flatten({given[0].Expression}, {start})");
            Register(context, "Flatten it first", root.ReplaceNode(given[0].Expression, flattened));
            return;
        }

        var expected = long.Parse(diagnostic.Properties[RulesShapes.Expected]!, CultureInfo.InvariantCulture);
        var found = diagnostic.Properties[RulesShapes.Found]!;
        if (Argument(type, model, callee, expected, context.CancellationToken) is { } argument)
            Register(context, $"Let '{callee}' take {found}", root.ReplaceNode(argument, SyntaxFactory.ParseExpression(found).WithTriviaFrom(argument)));
    }

    /// <summary>The constructor argument of a member that says its size.</summary>
    private static ExpressionSyntax? Argument(TypeDeclarationSyntax type, SemanticModel model, string member, long value, CancellationToken cancellation)
        => type.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>()
            .Where(creation => Target(creation) == member)
            .SelectMany(creation => creation.ArgumentList?.Arguments.Select(argument => argument.Expression) ?? [])
            .FirstOrDefault(argument => model.GetConstantValue(argument, cancellation) is { HasValue: true, Value: int number } && number == value);

    /// <summary>The member that a creation is given to.</summary>
    private static string? Target(ExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax field } => field.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
        _ => null,
    };

    private static void Register(CodeFixContext context, string title, SyntaxNode changed)
        => context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), title), context.Diagnostics);
}
