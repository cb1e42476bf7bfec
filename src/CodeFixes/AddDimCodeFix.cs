using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NnGen.Compiler.Diagnostics;

namespace NnGen.CodeFixes;

/// <summary>States what a size is a multiple of, where that proves that the shapes fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddDimCodeFix))]
[Shared]
public sealed class AddDimCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RulesShapes.Unknown.Id);

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (!context.Diagnostics[0].Properties.TryGetValue(RulesShapes.Promise, out var promise) || promise is null)
            return;
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root?.FindNode(context.Span).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method)
            return;
        var text = await context.Document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        var line = text.Lines.GetLineFromPosition(method.SpanStart);
        var indent = new string(line.ToString().TakeWhile(char.IsWhiteSpace).ToArray());
        var changed = text.Replace(method.SpanStart, 0, $"{promise}\n{indent}");
        var title = $"Add {promise}";
        context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithText(changed)), title), context.Diagnostics);
    }
}
