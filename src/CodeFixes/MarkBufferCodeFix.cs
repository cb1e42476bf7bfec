using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Diagnostics;

namespace NnGen.CodeFixes;

/// <summary>Marks a tensor that is part of a module's state as a buffer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkBufferCodeFix))]
[Shared]
public sealed class MarkBufferCodeFix : CodeFixProvider
{
    private const string Title = "Mark it [Buffer]";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RulesDeclaration.TensorNotRegistered.Id);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindToken(context.Span.Start).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member || member is not (FieldDeclarationSyntax or PropertyDeclarationSyntax))
            return;
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var marked = text.Replace(member.SpanStart, 0, "[Buffer] ");
        context.RegisterCodeFix(
            CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithText(marked)), Title),
            context.Diagnostics);
    }
}
