using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Linking;
using NnGen.Compiler.Ops;
using NnGen.Compiler.Shapes;

namespace NnGen.Compiler.Lowering;

/// <summary>What all parts of lowering one module share: the program, and what is gathered on the way.</summary>
internal sealed class LoweringContext(INamedTypeSymbol type, Compilation compilation, KnownTypes known, CancellationToken cancellation)
{
    private readonly Dictionary<SyntaxTree, SemanticModel> _models = [];
    private readonly SortedDictionary<string, OpModel> _ops = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ModuleContract> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<SyntaxTree> _files = [];
    private readonly List<ProblemIr> _problems = [];

    /// <summary>The module's class.</summary>
    public INamedTypeSymbol Type { get; } = type;

    public KnownTypes Known { get; } = known;

    public CancellationToken Cancellation { get; } = cancellation;

    public SiteMap Sites { get; } = new();

    /// <summary>Set where C# itself has an error in what is lowered: the module is not compiled, and nothing more is said.</summary>
    public bool HasInvalidCode { get; set; }

    /// <summary>Files of which more than declarations was read.</summary>
    public IReadOnlyCollection<SyntaxTree> Files => _files;

    public bool IsBroken => HasInvalidCode || _problems.Any(Rules.IsError);

    public ImmutableArray<ProblemIr> Problems => [.. _problems];

    /// <summary>Takes back the problems reported since.</summary>
    public void ResetProblems(ImmutableArray<ProblemIr> before) => _problems.RemoveRange(before.Length, _problems.Count - before.Length);

    public EquatableArray<OpModel> Ops => _ops.Values.ToEquatableArray();

    public EquatableArray<ModuleContract> References => _references.Values.ToEquatableArray();

    public void Report(DiagnosticDescriptor rule, Location location, params string[] arguments)
    {
        // What several variants of a method run through is said once.
        var problem = new ProblemIr(rule.Id, EquatableArray.Create(arguments), Sites.Add(location));
        if (!_problems.Contains(problem))
            _problems.Add(problem);
    }

    public void Report(DiagnosticDescriptor rule, int site, params string[] arguments) => Report(rule, Sites[site], arguments);

    public void Report(DiagnosticDescriptor rule, SyntaxNode node, params string[] arguments) => Report(rule, node.GetLocation(), arguments);

    public IOperation? Operation(SyntaxNode node) => Model(node.SyntaxTree).GetOperation(node, Cancellation);

    public SemanticModel Model(SyntaxTree tree)
    {
        _files.Add(tree);
        if (!_models.TryGetValue(tree, out var model))
            _models[tree] = model = compilation.GetSemanticModel(tree);
        return model;
    }

    /// <summary>The text of a <c>[Shape]</c>; null where there is none, or one that cannot be read, which is reported.</summary>
    public string? ShapeOf(IEnumerable<AttributeData> attributes)
    {
        return KnownTypes.ShapeOf(attributes) is { } attribute && KnownTypes.TextOf(attribute) is { } text
            ? Parse(attribute, text, shape => ShapeText.Parse(shape).Text)
            : null;
    }

    /// <summary>What the text of an attribute says; null for one that cannot be read, which is reported where it is wrong.</summary>
    public T? Parse<T>(AttributeData attribute, string text, Func<string, T> parse)
        where T : class
    {
        try
        {
            return parse(text);
        }
        catch (ContractException error)
        {
            Report(RulesShapes.InvalidShape, Place(attribute, text, error), text, error.Message);
            return null;
        }
    }

    /// <summary>The contract that a method of a module written by hand states; null where there is none, or one that cannot be read, which is reported.</summary>
    /// <param name="call">Where the method is called.</param>
    /// <param name="method">The method.</param>
    /// <param name="module">Path of the module.</param>
    public DeclaredContractIr? ContractOf(SyntaxNode call, IMethodSymbol method, string module)
    {
        if (KnownTypes.ShapeContractOf(method) is not { } text)
            return null;
        try
        {
            return new DeclaredContractIr(Contract.Parse(text).Text, module);
        }
        catch (ContractException error)
        {
            Report(RulesShapes.InvalidShape, call, text, error.Message);
            return null;
        }
    }

    /// <summary>The characters that are meant where the text is written as it is, else the whole argument.</summary>
    private Location Place(AttributeData attribute, string text, ContractException error)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(Cancellation);
        var argument = syntax?.DescendantNodes().OfType<AttributeArgumentSyntax>().FirstOrDefault();
        if (argument is not { Expression: LiteralExpressionSyntax literal } || literal.Token.Text != $"\"{text}\"")
            return (argument ?? syntax)?.GetLocation() ?? Type.Locations[0];
        var start = literal.SpanStart + 1 + Math.Min(error.Position, text.Length);
        return Location.Create(literal.SyntaxTree, Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, Math.Min(start + error.Length, literal.Span.End)));
    }

    /// <summary>Whether a symbol's source can be lowered here.</summary>
    public bool HasSource(ISymbol symbol)
    {
        if (symbol.DeclaringSyntaxReferences.Length == 0 || !SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly))
            return false;
        foreach (var part in symbol.DeclaringSyntaxReferences)
            _files.Add(part.SyntaxTree);
        return true;
    }

    /// <summary>What a method of this compilation does; null for any other.</summary>
    public IOperation? FunctionOf(IMethodSymbol method)
        => HasSource(method) ? Operation(method.DeclaringSyntaxReferences[0].GetSyntax(Cancellation)) : null;

    /// <summary>What a field of this compilation is set to where it is declared; null for any other.</summary>
    public IOperation? InitializerOf(IFieldSymbol field)
        => HasSource(field) && field.DeclaringSyntaxReferences[0].GetSyntax(Cancellation) is VariableDeclaratorSyntax { Initializer.Value: { } value } ? Operation(value) : null;

    /// <summary>The expression that a function returns where it does nothing else.</summary>
    public static IOperation? Returned(IOperation? function)
    {
        var block = function switch
        {
            IMethodBodyOperation method => method.BlockBody ?? method.ExpressionBody,
            ILocalFunctionOperation local => local.Body,
            _ => null,
        };
        return block?.Operations is { Length: 1 } operations && operations[0] is IReturnOperation { ReturnedValue: { } value } ? value : null;
    }

    /// <summary>An op by its metadata name.</summary>
    public OpModel? Op(string type) => compilation.GetTypeByMetadataName(type) is { } symbol ? OpCatalogue.Read(symbol)?.Model : null;

    /// <summary>The contract of a module of another assembly; null where there is none that can be read.</summary>
    public ModuleIr? ContractOf(INamedTypeSymbol module) => MetadataContracts.Read(module.OriginalDefinition, compilation).Contract?.Module;

    /// <summary>Remembers an op that a body applies.</summary>
    public void Use(OpModel op) => _ops[op.Type] = op;

    /// <summary>Remembers a module that the class holds or calls, with its contract where another assembly has one.</summary>
    public void Use(INamedTypeSymbol module, Location location)
    {
        var definition = module.OriginalDefinition;
        var name = TypeDeclarations.MetadataName(definition);
        if (!_seen.Add(name) || SymbolEqualityComparer.Default.Equals(definition.ContainingAssembly, compilation.Assembly))
            return;
        switch (MetadataContracts.Read(definition, compilation))
        {
            case { Contract: { } contract }:
                _references[name] = contract;
                break;
            case { UnknownVersion: { } version }:
                Report(RulesDeclaration.ContractVersionUnknown, location, module.Name, version.ToString(System.Globalization.CultureInfo.InvariantCulture));
                break;
        }
    }
}
