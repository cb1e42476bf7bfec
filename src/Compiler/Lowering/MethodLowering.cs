using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
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
    private readonly MethodBuilder _method = new();
    private MethodBuilder _builder;
    private readonly Stack<Frame> _frames = new();
    private ImmutableDictionary<ISymbol, Term> _bindings = ImmutableDictionary.Create<ISymbol, Term>(SymbolEqualityComparer.Default);

    private bool _isTooDeep;

    private MethodLowering(LoweringContext context, MemberLowering members, Choices choices)
    {
        _context = context;
        _members = members;
        _choices = choices;
        _builder = _method;
        _scalars = new ScalarLowering(ScalarLeaf, Assuming);
    }

    /// <summary>The method lowered, followed by its variants where it meets conditions; empty where its signature or body cannot be.</summary>
    public static IReadOnlyList<MethodIr> Lower(IMethodSymbol method, LoweringContext context, MemberLowering members)
    {
        var choices = new Choices();
        var ways = new List<MethodIr?>();
        var problems = context.Problems;
        do
            ways.Add(new MethodLowering(context, members, choices).Lower(method) is { } way ? way with { Variant = new VariantIr(choices.Condition) } : null);
        while (!choices.IsExceeded && choices.MoveNext());
        if (choices.IsExceeded)
        {
            context.ResetProblems(problems);
            ways = [new MethodLowering(context, members, Choices.None).Lower(method)];
        }

        if (ways.Contains(null))
            return [];
        if (!method.IsAbstract && !ways.Any(way => way!.Results.Where((_, i) => way.Gives(i)).Any()))
        {
            context.Report(RulesDifferentiability.NotReturned, method.Locations[0], method.Name);
            return [];
        }

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
        if (LowerSignature(method) is not { } signature)
            return null;
        var shape = _context.ShapeOf(method.GetReturnTypeAttributes());
        if (method.IsAbstract)
            return signature.Method([.. signature.Types.Select((type, i) => new ResultIr(type, i == 0 ? shape : null, -1))], default, null);
        AddPromises(method, signature.Inputs);
        var result = Inline(method, [], isDetached: KnownTypes.IsInference(_context.Type));
        if (result is null && !method.ReturnsVoid)
            return null;
        var outs = method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out).SelectMany(parameter => Flatten(Current(parameter)));
        var results = (result is null ? [] : Flatten(result)).Concat(outs).ToList();
        if (results.Count == signature.Types.Count)
            results = [.. results.Zip(MethodSignature.AreOptional(_context.Known, method), (term, isOptional) => (term, isOptional)).Select((r, i) => r.isOptional ? Given(method, r.term, signature.Types[i]) : r.term)];
        if (results.Count != signature.Types.Count || results.Any(r => r is not TensorTerm))
        {
            if (!results.Any(r => r is FailedTerm))
                _context.Report(RulesDifferentiability.NotReturned, method.Locations[0], method.Name);
            return null;
        }

        var lowered = signature.Method(
            [.. results.Select((r, i) => new ResultIr(signature.Types[i], i == 0 && _context.Known.IsTensor(method.ReturnType) ? shape : null, ((TensorTerm)r).Value))],
            _builder.Values,
            _builder.Block) with
        {
            IsRecomputed = KnownTypes.IsRecomputed(method) || KnownTypes.IsRecomputed(_context.Type),
        };
        return Snapshots.Take(lowered, _context);
    }

    /// <summary>Runs a method of this compilation in place; null where it has no body that can be read or does not return.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">What its parameters stand for.</param>
    /// <param name="isDetached">Whether no gradient flows through it.</param>
    /// <param name="instance">The record of tensors whose method it is; null for a method of the module, a static or a local one.</param>
    private Term? Inline(IMethodSymbol method, IEnumerable<(IParameterSymbol Parameter, Term Term)> arguments, bool isDetached = false, Term? instance = null)
    {
        foreach (var (parameter, term) in arguments)
            Bind(parameter.OriginalDefinition, KnownTypes.StopsGradient(parameter) ? Detached(term, parameter.Name) : term);
        var frame = new Frame(method.OriginalDefinition);
        if (BodyOf(method) is not { } body)
            return null;
        var (rest, outer) = (_rest, _isDetached);
        ISymbol self = method.ContainingType.OriginalDefinition;
        var outerInstance = _bindings.GetValueOrDefault(self);
        if (instance is not null)
            Bind(self, instance);
        isDetached |= KnownTypes.StopsGradient(method);
        _isDetached |= isDetached;
        _rest = Continuation.End;
        _frames.Push(frame);
        LowerStatements(body.Operations);
        _frames.Pop();
        (_rest, _isDetached) = (rest, outer);
        if (instance is not null)
            _bindings = outerInstance is null ? _bindings.Remove(self) : _bindings.SetItem(self, outerInstance);
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

    /// <summary>Whether there is stack for what stands in an expression or statement; where there is not, that has been reported.</summary>
    private bool HasStack(IOperation operation)
    {
        try
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            if (!_isTooDeep)
                _context.Report(RulesDifferentiability.TooDeep, operation.Syntax, Quote(operation.Syntax));
            _isTooDeep = true;
            return false;
        }
    }

    private void Bind(ISymbol symbol, Term term) => _bindings = _bindings.SetItem(symbol, term);

    /// <summary>A term's parts where it is a tuple, in order, nested ones too.</summary>
    private static IEnumerable<Term> Flatten(Term term) => term switch
    {
        SequenceTerm sequence => sequence.Items.SelectMany(Flatten),
        ListTerm { IsWrittenOut: true } list => list.Items,
        _ => [term],
    };

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

        /// <summary>The innermost loop that stays one and whose body is lowered.</summary>
        public ILoopOperation? Loop { get; set; }
    }
}
