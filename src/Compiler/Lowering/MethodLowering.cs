using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// One differentiable method to IR: an interpreter that runs over the operation tree and knows of each expression what it
/// stands for (<see cref="Term"/>), but no value. Assignments bind names anew, so what is emitted is in static single
/// assignment form. The bindings are one immutable table: the two arms of a branch, or the turns of a loop, can start from the
/// same table and be compared after.
/// </summary>
internal sealed partial class MethodLowering
{
    private readonly LoweringContext _context;
    private readonly MemberLowering _members;
    private readonly Choices _choices;
    private readonly ScalarLowering _scalars;
    private MethodBuilder _builder = new();
    private readonly Stack<Frame> _frames = new();
    private ImmutableDictionary<ISymbol, Term> _bindings = ImmutableDictionary.Create<ISymbol, Term>(SymbolEqualityComparer.Default);

    private MethodLowering(LoweringContext context, MemberLowering members, Choices choices)
    {
        _context = context;
        _members = members;
        _choices = choices;
        _scalars = new ScalarLowering(ScalarLeaf);
    }

    /// <summary>The method lowered, followed by its variants where it meets conditions; empty where its signature or body cannot be.</summary>
    public static IReadOnlyList<MethodIr> Lower(IMethodSymbol method, LoweringContext context, MemberLowering members)
    {
        var choices = new Choices();
        var ways = new List<MethodIr?>();
        do
            ways.Add(new MethodLowering(context, members, choices).Lower(method) is { } way ? way with { Variant = new VariantIr(choices.Condition) } : null);
        while (choices.MoveNext());
        if (ways.Contains(null))
            return [];
        return ways.Count == 1 ? [ways[0]! with { Variant = null }] : [Selecting(ways[0]!), .. ways.Select(way => way!)];
    }

    /// <summary>What callers see of a method with variants.</summary>
    private static MethodIr Selecting(MethodIr variant) => variant with
    {
        Results = variant.Results.Select(result => result with { Value = -1 }).ToEquatableArray(),
        Values = variant.Values.Where(value => value.Origin == ValueOrigin.Input).ToEquatableArray(),
        Body = null,
        IsSelecting = true,
        Variant = null,
    };

    private MethodIr? Lower(IMethodSymbol method)
    {
        var inputs = method.Parameters.Select(LowerInput).ToList();
        var types = MethodSignature.ResultTypes(_context.Known, method.ReturnType);
        if (types is null)
            ReportSignature(method.Locations[0], $"'{method.Name}' returns", method.ReturnType);
        if (types is null || inputs.Contains(null))
            return null;
        var result = Inline(method, [], isDetached: KnownTypes.IsInference(_context.Type));
        if (result is null)
            return null;
        var shape = _context.ShapeOf(method.GetReturnTypeAttributes());
        var results = Flatten(result).ToList();
        if (results.Count != types.Count || results.Any(r => r is not TensorTerm))
        {
            if (!results.Any(r => r is FailedTerm))
                _context.Report(RulesDifferentiability.NotReturned, method.Locations[0], method.Name);
            return null;
        }

        var lowered = new MethodIr(
            method.Name,
            inputs.Select(i => i!).ToEquatableArray(),
            results.Select((r, i) => new ResultIr(types[i], results.Count == 1 ? shape : null, ((TensorTerm)r).Value)).ToEquatableArray(),
            _builder.Values,
            _builder.Block,
            IsRecomputed: KnownTypes.IsRecomputed(method) || KnownTypes.IsRecomputed(_context.Type));
        return Snapshots.Take(lowered, _context);
    }

    private InputIr? LowerInput(IParameterSymbol parameter)
    {
        if (_context.Known.ElementType(parameter.Type) is not { } type || parameter.RefKind != RefKind.None)
        {
            ReportSignature(parameter.Locations[0], $"'{parameter.Name}' is", parameter.Type);
            return null;
        }

        var isOptional = parameter.NullableAnnotation == NullableAnnotation.Annotated;
        var value = _builder.Input(parameter.Name, type, isOptional);
        Bind(parameter, KnownTypes.StopsGradient(parameter) ? Detached(new TensorTerm(value), parameter.Name) : new TensorTerm(value));
        return new InputIr(parameter.Name, type, isOptional, _context.ShapeOf(parameter.GetAttributes()), value);
    }

    private void ReportSignature(Location place, string what, ITypeSymbol type)
        => _context.Report(RulesDeclaration.UnsupportedSignature, place, what, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));

    /// <summary>Runs a method of this compilation in place; null where it has no body that can be read or does not return.</summary>
    private Term? Inline(IMethodSymbol method, IEnumerable<(IParameterSymbol Parameter, Term Term)> arguments, bool isDetached = false)
    {
        foreach (var (parameter, term) in arguments)
            Bind(parameter.OriginalDefinition, KnownTypes.StopsGradient(parameter) ? Detached(term, parameter.Name) : term);
        var frame = new Frame(method.OriginalDefinition);
        if (BodyOf(method) is not { } body)
            return null;
        var outer = _isDetached;
        isDetached |= KnownTypes.StopsGradient(method);
        _isDetached |= isDetached;
        _frames.Push(frame);
        LowerStatements(body.Operations);
        _frames.Pop();
        _isDetached = outer;
        return isDetached && frame.Result is { } result ? Detached(result, method.Name) : frame.Result;
    }

    private bool IsRunning(IMethodSymbol method) => _frames.Any(f => SymbolEqualityComparer.Default.Equals(f.Method, method.OriginalDefinition));

    private IBlockOperation? BodyOf(IMethodSymbol method)
    {
        var syntax = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(_context.Cancellation);
        return syntax is null ? null : _context.Operation(syntax) switch
        {
            IMethodBodyOperation body => body.BlockBody ?? body.ExpressionBody,
            ILocalFunctionOperation function => function.Body,
            IBlockOperation block => block,
            _ => null,
        };
    }

    private void Bind(ISymbol symbol, Term term) => _bindings = _bindings.SetItem(symbol, term);

    /// <summary>A term's parts where it is a tuple, in order, nested ones too.</summary>
    private static IEnumerable<Term> Flatten(Term term) => term is SequenceTerm sequence ? sequence.Items.SelectMany(Flatten) : [term];

    /// <summary>Reports what cannot be compiled, unless C# itself has something to say about it.</summary>
    private FailedTerm Fail(DiagnosticDescriptor rule, IOperation operation, params string[] arguments)
    {
        if (operation.DescendantsAndSelf().Any(o => o is IInvalidOperation || o.Type?.TypeKind == TypeKind.Error))
            return Invalid();
        _context.Report(rule, operation.Syntax, arguments.Length == 0 ? [Quote(operation.Syntax)] : arguments);
        return FailedTerm.Instance;
    }

    /// <summary>The user's text in a message: its beginning where it is long.</summary>
    private static string Quote(SyntaxNode node) => Shorten(SourceText.Line(node));

    private static string Shorten(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "...";

    /// <summary>A method that is run in place.</summary>
    private sealed class Frame(IMethodSymbol method)
    {
        public IMethodSymbol Method { get; } = method;

        public Term? Result { get; set; }
    }
}
