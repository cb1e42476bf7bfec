using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Diagnostics;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Loops. A few turns over numbers that are known are written out; every other loop stays one: its body is lowered as a method of
/// its own, whose inputs are what it reads of its surroundings and what each turn gives to the next.
/// </summary>
internal sealed partial class MethodLowering
{
    /// <summary>How many turns are written out at most.</summary>
    private const int MaxUnrolled = 8;

    private static readonly string[] s_passNames =
        ["f", "plan", "pass", "kind", "inputs", "results", "binder", "frame", "records", "module", "saved", "result"];

    private ImmutableArray<TurnVariable> _turns = [];

    /// <summary>One turn for each module of a list.</summary>
    private bool LowerForEach(IForEachLoopOperation loop)
    {
        if (loop is not { IsAsynchronous: false, LoopControlVariable: IVariableDeclaratorOperation { Symbol: { } symbol } }
            || HasReturn(loop.Body))
            return FailLoop(loop);
        switch (Lower(Construction.Unwrap(loop.Collection)))
        {
            case FailedTerm:
                SkipArms(loop);
                return true;
            case ModuleTerm list when symbol.Type is INamedTypeSymbol item && _context.Known.IsModule(item):
                _context.Use(item, loop.Syntax.GetLocation());
                var type = TypeDeclarations.FullName(item.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
                var variable = new TurnVariable(TurnName(symbol.Name), type);
                return LowerTurns(loop, symbol, new EachTurnIr(variable, list.Path), new ModuleTerm(variable.Name, item, IsPublic: false));
            default:
                return FailLoop(loop);
        }
    }

    /// <summary>One turn for each number up to a bound that binding knows.</summary>
    private bool LowerFor(IForLoopOperation loop)
    {
        if (Counter(loop) is not { } counter)
            return FailLoop(loop);
        var distance = counter.Step is null ? new ScalarTerm(ScalarFolding.Constant("int", 1)) : Lower(counter.Step);
        if (Lower(counter.From) is not ScalarTerm { Scalar: var from } || Lower(counter.Until) is not ScalarTerm { Scalar: var until }
            || distance is not ScalarTerm { Scalar: var step })
        {
            SkipArms(loop);
            return true;
        }

        if (Numbers(from, counter.Comparison, until, counter.Advance, step) is { } numbers)
        {
            foreach (var number in numbers)
            {
                Bind(counter.Symbol, new ScalarTerm(ScalarFolding.Constant("int", number)));
                if (!LowerStatement(loop.Body))
                    return false;
            }

            return true;
        }

        if (HasReturn(loop.Body) || !new[] { from, until, step }.All(CanBeCounted))
            return FailLoop(loop);
        var variable = new TurnVariable(TurnName(counter.Symbol.Name), "int");
        var turn = new CountedTurnIr(variable, from, counter.Comparison, until, counter.Advance, step);
        return LowerTurns(loop, counter.Symbol, turn, new ScalarTerm(new MemberScalarIr("int", variable.Name, IsReadOnly: true, IsPublic: false)));
    }

    /// <summary>The counter of a loop of the usual form, which its body does not write; else null.</summary>
    private static LoopCounter? Counter(IForLoopOperation loop)
    {
        if (loop.Before.Length != 1 || loop.AtLoopBottom.Length != 1
            || loop.Before[0] is not IVariableDeclarationGroupOperation { Declarations: { Length: 1 } declarations }
            || declarations[0] is not { Declarators: { Length: 1 } declarators } declaration || declarators[0] is not { } declarator
            || (declarator.Initializer ?? declaration.Initializer)?.Value is not { } from
            || declarator.Symbol.Type.SpecialType != SpecialType.System_Int32
            || loop.Condition is not IBinaryOperation { OperatorMethod: null } condition || !IsCounter(condition.LeftOperand)
            || Comparison(condition.OperatorKind) is not { } comparison
            || Assigned(loop.Body).Any(IsSymbol))
            return null;
        return (loop.AtLoopBottom[0] as IExpressionStatementOperation)?.Operation switch
        {
            IIncrementOrDecrementOperation change when IsCounter(change.Target)
                => Counted(change.Kind == OperationKind.Increment, null),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } change when IsCounter(change.Target)
                => Counted(change.OperatorKind == BinaryOperatorKind.Add, change.Value),
            _ => null,
        };

        LoopCounter Counted(bool isUpwards, IOperation? step)
            => new(declarator.Symbol, from, comparison, condition.RightOperand, isUpwards ? "+=" : "-=", step);

        bool IsCounter(IOperation operation) => operation is ILocalReferenceOperation { Local: { } local } && IsSymbol(local);

        bool IsSymbol(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, declarator.Symbol);
    }

    private static string? Comparison(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => "<",
        BinaryOperatorKind.LessThanOrEqual => "<=",
        BinaryOperatorKind.GreaterThan => ">",
        BinaryOperatorKind.GreaterThanOrEqual => ">=",
        _ => null,
    };

    /// <summary>The numbers of a loop that is written out; null where there are many or they are not known.</summary>
    private static List<long>? Numbers(ScalarIr from, string comparison, ScalarIr until, string advance, ScalarIr step)
    {
        if (from is not ConstantIr { Integer: { } number } || until is not ConstantIr { Integer: { } bound }
            || step is not ConstantIr { Integer: { } distance })
            return null;
        var numbers = new List<long>();
        for (; IsBefore(number); number += advance == "+=" ? distance : -distance)
        {
            if (numbers.Count == MaxUnrolled)
                return null;
            numbers.Add(number);
        }

        return numbers;

        bool IsBefore(long value) => comparison switch
        {
            "<" => value < bound,
            "<=" => value <= bound,
            ">" => value > bound,
            _ => value >= bound,
        };
    }

    /// <summary>Whether a bound is the same whenever the module is bound to the same shapes.</summary>
    private static bool CanBeCounted(ScalarIr bound)
        => ScalarFolding.Rewrite(bound, leaf => leaf is DimIr or RankIr or MemberScalarIr { IsReadOnly: true } ? leaf : null) is not null;

    /// <summary>A name for what differs from turn to turn that means nothing else in generated code.</summary>
    private string TurnName(string wish)
    {
        var name = wish;
        for (var i = 1; _turns.Any(turn => turn.Name == name) || s_passNames.Contains(name) || IsKeyword(name) || IsMember(name); i++)
            name = wish + i;
        return name;

        static bool IsKeyword(string candidate) => SyntaxFacts.GetKeywordKind(candidate) != SyntaxKind.None;

        bool IsMember(string candidate)
        {
            for (var type = _context.Type; type is not null; type = type.BaseType)
            {
                if (type.GetMembers(candidate).Length > 0)
                    return true;
            }

            return _members.Constructor.Any(hyper => hyper.Name == candidate) || _members.Members.Any(member => member.Name == candidate);
        }
    }

    /// <summary>A loop that stays one.</summary>
    private bool LowerTurns(ILoopOperation loop, ISymbol symbol, TurnIr turn, Term current)
    {
        BindBuffers(loop.Body);
        var carried = Assigned(loop.Body).Where(_bindings.ContainsKey).Distinct<ISymbol>(SymbolEqualityComparer.Default).ToList();
        var starts = carried.Select(name => Current(name)).ToList();
        if (starts.Any(start => start is FailedTerm))
        {
            SkipArms(loop);
            return true;
        }

        if (carried.Count == 0 || !starts.All(CanBeCarried))
            return FailLoop(loop);

        var (outer, bindings, turns) = (_builder, _bindings, _turns);
        var surroundings = new Surroundings(outer);
        _builder = surroundings.Body;
        _turns = turns.Add(turn.Variable);
        _bindings = bindings.ToImmutableDictionary(
            pair => pair.Key, pair => surroundings.Outside(pair.Value), SymbolEqualityComparer.Default);
        var inputs = new List<InputIr>();
        foreach (var name in carried)
        {
            var value = _builder.Input(name.Name, DType.Float32, isOptional: false);
            inputs.Add(new InputIr(name.Name, DType.Float32, false, null, value));
            Bind(name, new TensorTerm(value));
        }

        Bind(symbol, current);
        LowerStatement(loop.Body);
        var ends = carried.Select(name => Current(name)).ToList();
        var isRebound = bindings.Any(pair => !carried.Contains(pair.Key, SymbolEqualityComparer.Default)
            && IsRebound(pair.Key, pair.Value, surroundings));
        var body = _builder;
        (_builder, _bindings, _turns) = (outer, bindings, turns);

        if (isRebound || ends.Any(end => end is not (TensorTerm or FailedTerm)))
            return FailLoop(loop);
        if (ends.Any(end => end is FailedTerm))
        {
            SkipArms(loop);
            return true;
        }

        var results = carried.Select(name => outer.Result(name.Name, DType.Float32)).ToList();
        outer.Add(Placed(new LoopIr(
            Site(loop),
            Head(loop),
            Head(loop),
            turn,
            turns.ToEquatableArray(),
            surroundings.Captured.Concat(starts.Select(start => ((TensorTerm)start).Value)).ToEquatableArray(),
            results.ToEquatableArray(),
            new MethodIr(
                "Turn",
                surroundings.Inputs.Concat(inputs).ToEquatableArray(),
                ends.Select(end => new ResultIr(DType.Float32, null, ((TensorTerm)end).Value)).ToEquatableArray(),
                body.Values,
                body.Block))));
        for (var i = 0; i < carried.Count; i++)
            Assign(carried[i], new TensorTerm(results[i]));
        return true;
    }

    private bool CanBeCarried(Term term)
        => term is TensorTerm { Value: var value } && _builder.TypeOf(value) == DType.Float32 && !_builder.IsNullable(value);

    /// <summary>What a name stands for; what stands outside of the loop is brought in.</summary>
    private Term Current(ISymbol symbol)
    {
        var term = _bindings[symbol];
        if (term is OuterTerm outer)
            Bind(symbol, term = outer.Surroundings.Import(outer.Term));
        return term;
    }

    /// <summary>Whether the body gave a new meaning to a name of its surroundings in a way that assignments do not show: in a local function.</summary>
    private bool IsRebound(ISymbol symbol, Term before, Surroundings surroundings)
        => _bindings[symbol] is TensorTerm or ScalarTerm && !_bindings[symbol].Equals(surroundings.Import(before));

    private static IEnumerable<ISymbol> Assigned(IOperation body)
        => body.DescendantsAndSelf().SelectMany(operation => operation switch
        {
            IAssignmentOperation assignment => Targets(assignment.Target),
            IIncrementOrDecrementOperation change => Targets(change.Target),
            _ => [],
        });

    private static bool HasReturn(IOperation body)
        => body.DescendantsAndSelf().Any(operation => operation is IReturnOperation
            && operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node == body.Syntax || node is LocalFunctionStatementSyntax) == body.Syntax);

    private static string Head(ILoopOperation loop) => SourceText.Line(loop.Syntax).Split([" {"], System.StringSplitOptions.None)[0];

    private bool FailLoop(ILoopOperation loop)
    {
        FailStatement(loop);
        return true;
    }

    /// <summary>A module or parameter of a list or dictionary.</summary>
    private Term LowerItem(IPropertyReferenceOperation item, Term container)
    {
        if (container is FailedTerm)
            return container;
        if (container is not ModuleTerm module || item.Arguments.Length != 1 || Key(item.Arguments[0].Value) is not { } key)
            return FailReference(item);
        var path = $"{module.Path}[{key}]";
        if (item.Type is INamedTypeSymbol type && _context.Known.IsModule(type))
        {
            _context.Use(type, item.Syntax.GetLocation());
            return new ModuleTerm(path, type, IsPublic: false);
        }

        return _context.Known.IsParameter(item.Type)
            ? new TensorTerm(_builder.Member(new ValueIr(-1, path, DType.Float32, ValueOrigin.Member, path)))
            : FailReference(item);
    }

    /// <summary>A number or name as C#; null where it cannot be read whenever a pass runs.</summary>
    private string? Key(IOperation index)
    {
        var operation = index is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : index;
        if (operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat)
            return Key(hat.Operand) is { } fromEnd ? $"^({fromEnd})" : null;
        return Lower(operation) is ScalarTerm { Scalar: var scalar } ? Text(scalar) : null;
    }

    private static string? Text(ScalarIr scalar) => scalar switch
    {
        ConstantIr constant => constant.Text,
        MemberScalarIr { IsReadOnly: true } member => member.Path,
        BinaryIr binary => Text(binary.Left) is { } left && Text(binary.Right) is { } right ? $"({left} {binary.Operator} {right})" : null,
        _ => null,
    };

    /// <param name="Step">Distance to the next number; null for 1.</param>
    private sealed record LoopCounter(ISymbol Symbol, IOperation From, string Comparison, IOperation Until, string Advance, IOperation? Step);

    /// <summary>What a name outside of a loop stands for, until the loop's body reads it.</summary>
    private sealed record OuterTerm(Term Term, Surroundings Surroundings) : Term;

    /// <summary>What a loop's body reads of what stands outside of it.</summary>
    /// <param name="outer">The method or loop around it.</param>
    private sealed class Surroundings(MethodBuilder outer)
    {
        private readonly Dictionary<int, int> _values = [];

        public MethodBuilder Body { get; } = new();

        /// <summary>Inputs of the body.</summary>
        public List<InputIr> Inputs { get; } = [];

        /// <summary>The values that these inputs are outside.</summary>
        public List<int> Captured { get; } = [];

        /// <summary>What stands for a term of the surroundings until it is read.</summary>
        public Term Outside(Term term) => term is TensorTerm or ShapeTerm or ScalarTerm or SequenceTerm or OuterTerm ? new OuterTerm(term, this) : term;

        /// <summary>A term of the surroundings as the body reads it.</summary>
        public Term Import(Term term) => term switch
        {
            TensorTerm tensor => new TensorTerm(Import(tensor.Value)),
            ShapeTerm shape => new ShapeTerm(Import(shape.Value)),
            ScalarTerm scalar => new ScalarTerm(ScalarFolding.Rewrite(scalar.Scalar, Import)!),
            SequenceTerm sequence => new SequenceTerm(sequence.Items.Select(Import).ToImmutableArray()),
            OuterTerm further => Import(further.Surroundings.Import(further.Term)),
            _ => term,
        };

        private ScalarIr Import(ScalarIr leaf) => leaf switch
        {
            DimIr dim => dim with { Value = Import(dim.Value) },
            RankIr rank => new RankIr(Import(rank.Value)),
            NullInputIr input => new NullInputIr(Import(input.Value)),
            ItemIr item => item with { Value = Import(item.Value) },
            _ => leaf,
        };

        private int Import(int value)
        {
            if (_values.TryGetValue(value, out var imported))
                return imported;
            var source = outer.Values[value];
            if (source.Origin == ValueOrigin.Member)
                return _values[value] = Body.Member(source);
            var input = Body.Input(source.Name, source.Type, source.IsNullable);
            Inputs.Add(new InputIr(source.Name, source.Type, source.IsNullable, null, input));
            Captured.Add(value);
            return _values[value] = input;
        }
    }
}
