using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NnGen.Analyzers.Tests.Fuzz;

/// <summary>One small change of a program's modules, as a slip of the fingers or of thought makes it.</summary>
internal sealed class Mutation
{
    private static readonly string[] s_literals = ["0", "1", "-1", "2", "3", "7", "1000", "0.5", "1f", "true", "null", "default", "\"text\""];
    private static readonly string[] s_types = ["Tensor", "Tensor?", "Tensor<long>", "Tensor<bool>", "Parameter", "Module", "Linear", "int", "double", "float", "string", "object", "bool", "void", "var", "dynamic", "(Tensor, Tensor)", "Tensor[]", "List<Tensor>"];
    private static readonly string[] s_wrappers =
    [
        "if (Training) {{ {0} }}", "try {{ {0} }} finally {{ }}", "while (true) {{ {0} break; }}", "for (var q = 0; q < 2; q++) {{ {0} }}", "lock (this) {{ {0} }}",
        "{{ {0} }}", "do {{ {0} }} while (false);", "Action later = () => {{ {0} }}; later();", "foreach (var q in new[] {{ 1, 2 }}) {{ {0} }}", "switch (1) {{ case 1: {0} break; }}",
    ];

    private readonly Random _random;
    private readonly string _text;
    private readonly IReadOnlyList<TypeDeclarationSyntax> _types;

    private Mutation(SyntaxNode root, Random random)
    {
        _random = random;
        _text = root.ToFullString();
        _types = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(type => type.Parent is not TypeDeclarationSyntax && type.Identifier.ValueText != "Runs").ToList();
    }

    /// <summary>The text with one change, or several.</summary>
    public static string Apply(SyntaxTree tree, Random random)
    {
        var text = new Mutation(tree.GetRoot(), random).Once();
        return random.Next(4) == 0 ? new Mutation(CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options).GetRoot(), random).Once() : text;
    }

    private string Once() => _random.Next(20) switch
    {
        0 => Replace(Token(), _ => ""),
        1 => Replace(Token(), token => $"{token} {token}"),
        2 => SwapTokens(),
        3 => Swap<ArgumentSyntax>(list => list.Parent is BaseArgumentListSyntax),
        4 => Replace(Pick(_types.SelectMany(type => type.DescendantTokens()).Where(IsModifier)), _ => ""),
        5 or 6 => Replace(Node<LiteralExpressionSyntax>(), _ => Any(s_literals)),
        7 or 8 => Replace(Node<IdentifierNameSyntax>(), _ => Any(Nodes<IdentifierNameSyntax>()).ToString()),
        9 => Replace(Node<MemberDeclarationSyntax>(), _ => ""),
        10 => Replace(Node<StatementSyntax>(), _ => ";"),
        11 => Replace(Node<StatementSyntax>(), statement => $"{statement} {statement}"),
        12 => Swap<StatementSyntax>(statement => statement is not BlockSyntax),
        13 or 14 => Replace(Node<ExpressionSyntax>(), _ => Any(Nodes<ExpressionSyntax>()).ToString()),
        15 => Replace(Node<TypeSyntax>(type => type.Parent is ParameterSyntax or VariableDeclarationSyntax or MethodDeclarationSyntax or PropertyDeclarationSyntax), _ => Any(s_types)),
        16 => Replace(Node<ArgumentSyntax>(), _ => Any(s_literals)),
        17 => Replace(Node<StatementSyntax>(statement => statement is not BlockSyntax), statement => string.Format(null, Any(s_wrappers), statement)),
        18 => Replace(Node<AttributeListSyntax>(), _ => ""),
        _ => Swap<MemberDeclarationSyntax>(_ => true),
    };

    private string SwapTokens()
    {
        if (Token() is not { } token || token.GetNextToken() is not { RawKind: not 0 } next)
            return _text;
        return $"{_text[..token.SpanStart]}{next.Text} {token.Text}{_text[next.Span.End..]}";
    }

    private string Swap<T>(Func<T, bool> counts)
        where T : SyntaxNode
    {
        if (Node(counts) is not { } first || Pick(Nodes<T>().Where(n => counts(n) && !n.Span.OverlapsWith(first.Span))) is not { } second)
            return _text;
        var (left, right) = first.SpanStart < second.SpanStart ? (first, second) : (second, first);
        return string.Concat(_text[..left.SpanStart], right.ToString(), _text[left.Span.End..right.SpanStart], left.ToString() + _text[right.Span.End..]);
    }

    private string Replace(SyntaxToken? token, Func<string, string> with) => token is { } found ? Replace(found.Span, with(found.Text)) : _text;

    private string Replace(SyntaxNode? node, Func<string, string> with) => node is null ? _text : Replace(node.Span, with(node.ToString()));

    private string Replace(TextSpan span, string with) => _text[..span.Start] + with + _text[span.End..];

    private SyntaxToken? Token() => Pick(_types.SelectMany(type => type.DescendantTokens()));

    private T? Node<T>(Func<T, bool>? counts = null)
        where T : SyntaxNode
        => Pick(Nodes<T>().Where(node => counts is null || counts(node)));

    private IReadOnlyList<T> Nodes<T>()
        where T : SyntaxNode
        => _types.SelectMany(type => type.DescendantNodes()).OfType<T>().ToList();

    private T? Pick<T>(IEnumerable<T> from)
        where T : SyntaxNode
        => from.ToList() is { Count: > 0 } list ? list[_random.Next(list.Count)] : null;

    private SyntaxToken? Pick(IEnumerable<SyntaxToken> from) => from.ToList() is { Count: > 0 } list ? list[_random.Next(list.Count)] : null;

    private T Any<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private static bool IsModifier(SyntaxToken token)
        => token.Kind() is SyntaxKind.PartialKeyword or SyntaxKind.ReadOnlyKeyword or SyntaxKind.PublicKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.StaticKeyword
            or SyntaxKind.SealedKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.VirtualKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword;
}
