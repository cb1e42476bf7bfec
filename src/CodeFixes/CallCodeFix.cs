using System.Collections.Immutable;
using System.Composition;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Diagnostics;

namespace NnGen.CodeFixes;

/// <summary>Calls the compiled pass of a module in place of its <c>Forward</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallCodeFix))]
[Shared]
public sealed class CallCodeFix : CodeFixProvider
{
    private const string Title = "Use Call";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RulesUsage.ForwardInPlainCode.Id);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var name = root?.FindNode(context.Span, getInnermostNodeForTie: true) is InvocationExpressionSyntax call
            ? call.Expression switch
            {
                MemberAccessExpressionSyntax access => access.Name,
                MemberBindingExpressionSyntax binding => binding.Name,
                _ => null,
            }
            : null;
        if (root is null || name is null)
            return;
        var changed = root.ReplaceNode(name, SyntaxFactory.IdentifierName("Call").WithTriviaFrom(name));
        context.RegisterCodeFix(CodeAction.Create(Title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), Title), context.Diagnostics);
    }
}
