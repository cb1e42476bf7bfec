using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using NnGen.Compiler.Diagnostics;

namespace NnGen.CodeFixes;

/// <summary>Makes an array or list of modules a <c>ModuleList</c>, which registers them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ModuleListCodeFix))]
[Shared]
public sealed class ModuleListCodeFix : CodeFixProvider
{
    private const string Title = "Make it a ModuleList";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RulesDeclaration.CollectionOfModules.Id);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start).Parent is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } member
            || ElementType(declaration.Type) is not { } element || Elements(member.Initializer?.Value) is not { } elements)
            return;
        var changes = new List<TextChange>
        {
            new(declaration.Type.Span, $"ModuleList<{element}>"),
            new(member.Initializer!.Value.Span, elements),
        };

        // An array has a length where a list has a count.
        changes.AddRange(member.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == "Length" && access.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == member.Identifier.ValueText)
            .Select(access => new TextChange(access.Name.Span, "Count")));
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var changed = text.WithChanges(changes.OrderBy(change => change.Span.Start));
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithText(changed)), Title), context.Diagnostics);
    }

    private static TypeSyntax? ElementType(TypeSyntax collection) => collection switch
    {
        ArrayTypeSyntax { RankSpecifiers: { Count: 1 } ranks } array when ranks[0].Rank == 1 => array.ElementType,
        GenericNameSyntax { Identifier.ValueText: "List" or "IList" or "IReadOnlyList", TypeArgumentList.Arguments: { Count: 1 } arguments } => arguments[0],
        _ => null,
    };

    /// <summary>The elements as a collection expression; null where they are not written out.</summary>
    private static string? Elements(ExpressionSyntax? value) => value switch
    {
        CollectionExpressionSyntax collection => collection.ToString(),
        InitializerExpressionSyntax initializer => Bracketed(initializer),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Bracketed(initializer),
        ImplicitArrayCreationExpressionSyntax array => Bracketed(array.Initializer),
        BaseObjectCreationExpressionSyntax { Initializer: { } initializer, ArgumentList: null or { Arguments.Count: 0 } } => Bracketed(initializer),
        _ => null,
    };

    private static string Bracketed(InitializerExpressionSyntax initializer) => $"[{string.Join(", ", initializer.Expressions)}]";
}
