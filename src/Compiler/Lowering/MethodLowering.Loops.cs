using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>
/// Loops as they are written. A few turns over numbers or tensors that are known are written out; every other loop stays one,
/// see <see cref="TurnsForm"/>.
/// </summary>
internal sealed partial class MethodLowering
{
    /// <summary>How many turns are written out at most.</summary>
    private const int MaxUnrolled = 8;

    /// <summary>One turn for each module of a list, each number of a range, or each tensor of a tuple or array.</summary>
    private bool LowerForEach(IForEachLoopOperation loop)
    {
        if (loop.IsAsynchronous)
            return FailLoop(loop);
        var collection = Construction.Unwrap(loop.Collection);
        if (Range(collection) is { } range && Variable(loop) is { } number)
            return LowerNumbers(loop, number, range.From, "<", range.Until, "+=", ScalarFolding.Constant("int", 1));
        switch (Whole(Collected(collection)))
        {
            case FailedTerm:
                SkipArms(loop);
                return true;
            case SequenceTerm sequence:
                return LowerItems(loop, sequence);
            case ListTerm { IsWrittenOut: true } list:
                return LowerItems(loop, new SequenceTerm(loop.Collection.Type is { Name: "Stack" } ? list.Items.Reverse().ToImmutableArray() : list.Items));
            case ListTerm list when Construction.Unwrap(loop.Collection).Type is not { Name: "Stack" }:
                return LowerElements(loop, list, CountOf(loop, list));
            case (PartsTerm or ZippedTerm or ReversedTerm) and var elements when CountOf(loop, elements) is { } count && BindTime.IsKnown(count):
                return LowerElements(loop, elements, count);
            case ModuleTerm list when LowerModules(loop, list) is { } falls:
                return falls;
            default:
                return FailLoop(loop);
        }
    }

    /// <summary>
    /// What a loop goes over: of a tensor its parts along the first dim, of a dictionary of modules also the modules or their names alone;
    /// several collections side by side, one with its numbers, or one from its end.
    /// </summary>
    private Term Collected(IOperation collection)
        => Combined(collection) is { } combined
            ? combined
            : _context.Known.IsTensor(collection.Type) && PartsOf(collection) is { } parts
            ? parts
            : collection is IPropertyReferenceOperation { Property.Name: "Values" or "Keys", Instance: { } modules } part && _context.Known.IsModule(modules.Type) && Lower(modules) is ModuleTerm module
            ? module with { Path = module.Join(part.Property.Name) }
            : Lower(collection);

    private static ILocalSymbol? Variable(IForEachLoopOperation loop)
        => loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol: { } symbol } ? symbol : null;

    /// <summary>The numbers of <c>Enumerable.Range(start, count)</c>; null where it is something else, or is no number.</summary>
    private (ScalarIr From, ScalarIr Until)? Range(IOperation collection)
        => collection is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" }, Arguments: { Length: 2 } arguments }
            && _scalars.Lower(arguments[0].Value) is { } from && _scalars.Lower(arguments[1].Value) is { } count
            ? (from, ScalarFolding.Binary("int", "+", from, count))
            : null;

    /// <summary>The turns over tensors that are known one by one, written out. The label of <c>continue</c> stands for these, in arms of branches as they read them.</summary>
    private bool LowerItems(IForEachLoopOperation loop, SequenceTerm sequence)
    {
        Bind(loop.ContinueLabel, sequence);
        return LowerWritten(loop, sequence.Items.Length, i =>
        {
            var item = ((SequenceTerm)Current(loop.ContinueLabel)).Items[i];
            if (Variable(loop) is { } symbol)
                Assign(symbol, item);
            else
                AssignTo(loop.LoopControlVariable, item);
        });
    }

    /// <summary>One turn for each module of a list, or for each name or module of a dictionary or both; null where it is none of these.</summary>
    private bool? LowerModules(IForEachLoopOperation loop, ModuleTerm list)
    {
        var type = loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.Type: var declared } ? declared : ElementOf(loop);
        var isPair = KnownTypes.IsPair(type);
        var item = isPair ? ((INamedTypeSymbol)type!).TypeArguments[1] : type;
        if (!_context.Known.HoldsModule(item) && item?.SpecialType != SpecialType.System_String)
            return null;
        if (item is INamedTypeSymbol named && _context.Known.IsModule(named))
            _context.Use(named, loop.Syntax.GetLocation());
        var variable = new TurnVariable(TurnName(Variable(loop)?.Name ?? "entry"), TypeDeclarations.FullName(type!.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
        var module = new ModuleTerm(isPair ? variable.Name + ".Value" : variable.Name, item!, IsPublic: false, IsRecomputed: list.IsRecomputed);
        return LowerTurns(new TurnsForm(loop)
        {
            Turn = new EachTurnIr(variable, list.Path),
            Symbol = Variable(loop),
            Target = Variable(loop) is null ? loop.LoopControlVariable : null,
            Current = isPair
                ? new SequenceTerm([new ScalarTerm(new MemberScalarIr("string", variable.Name + ".Key", IsReadOnly: true, IsPublic: false)), module])
                : item!.SpecialType == SpecialType.System_String ? Read(variable) : module,
        });
    }

    private ITypeSymbol? ElementOf(IForEachLoopOperation loop)
        => loop.Syntax is CommonForEachStatementSyntax syntax ? _context.Model(syntax.SyntaxTree).GetForEachStatementInfo(syntax).ElementType : null;

    /// <summary>One turn for each element of a collection of which only binding knows how many there are.</summary>
    private bool LowerElements(IForEachLoopOperation loop, Term collection, ScalarIr count)
    {
        var variable = new TurnVariable(TurnName((Variable(loop)?.Name ?? "item") + "Index"), "int");
        return LowerTurns(new TurnsForm(loop)
        {
            Turn = new CountedTurnIr(variable, Int(0), "<", count, "+=", Int(1)),
            Current = Read(variable),
            Item = (Variable(loop), loop.LoopControlVariable, collection),
        });
    }

    private bool LowerFor(IForLoopOperation loop)
    {
        if (Counter(loop) is not { } counter)
            return LowerWhile(loop);
        var distance = counter.Step is null ? new ScalarTerm(ScalarFolding.Constant("int", 1)) : Lower(counter.Step);
        if (Lower(counter.From) is ScalarTerm { Scalar: var from } && Lower(counter.Until) is ScalarTerm { Scalar: var until }
            && distance is ScalarTerm { Scalar: var step })
            return LowerNumbers(loop, counter.Symbol, from, counter.Comparison, until, counter.Advance, step);
        SkipArms(loop);
        return true;
    }

    /// <summary>A loop that is nothing but its condition: its counters are scalars that turns carry.</summary>
    private bool LowerWhile(IForLoopOperation loop)
    {
        foreach (var statement in loop.Before)
            LowerStatement(statement);
        return LowerTurns(new TurnsForm(loop) { Bottom = loop.AtLoopBottom, Condition = loop.Condition });
    }

    private bool LowerWhile(IWhileLoopOperation loop)
        => LowerTurns(new TurnsForm(loop) { Condition = loop.Condition, IsConditionAfter = !loop.ConditionIsTop });

    private static bool HasBreak(ILoopOperation loop)
        => loop.Body.Descendants().Any(operation => operation is IBranchOperation jump && SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel));

    /// <summary>One turn for each number up to a bound that binding knows.</summary>
    private bool LowerNumbers(ILoopOperation loop, ILocalSymbol symbol, ScalarIr from, string comparison, ScalarIr until, string advance, ScalarIr step)
    {
        if (!HasBreak(loop) && Numbers(from, comparison, until, advance, step) is { } numbers)
        {
            return LowerWritten(loop, numbers.Count, i => Bind(symbol, new ScalarTerm(ScalarFolding.Constant("int", numbers[i]))));
        }

        if (!new[] { from, until, step }.All(BindTime.IsKnown))
            return loop is IForLoopOperation asked ? LowerWhile(asked) : FailLoop(loop);
        var variable = new TurnVariable(TurnName(symbol.Name), "int");
        return LowerTurns(new TurnsForm(loop)
        {
            Turn = new CountedTurnIr(variable, from, comparison, until, advance, step),
            Symbol = symbol,
            Current = Read(variable),
        });
    }

    /// <summary>Turns that are written out.</summary>
    private bool LowerWritten(ILoopOperation loop, int count, System.Action<int> start)
    {
        var rest = _rest;
        _rest = rest.After(loop.ExitLabel);
        var falls = LowerWritten(loop, count, start, 0) || IsReached(loop.ExitLabel);
        _rest = rest;
        return falls;
    }

    private bool LowerWritten(ILoopOperation loop, int count, System.Action<int> start, int first)
    {
        var rest = _rest;
        var falls = true;
        for (var i = first; i < count && falls; i++)
        {
            var next = i + 1;
            _rest = (next < count ? rest.After(() => LowerWritten(loop, count, start, next)) : rest).After(loop.ContinueLabel);
            start(i);
            falls = LowerStatement(loop.Body) || IsReached(loop.ContinueLabel);
        }

        _rest = rest;
        return falls;
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
            || Assigned(loop.Body).Any(written => IsSymbol(written) || Reads(condition.RightOperand, written)))
            return null;
        return (loop.AtLoopBottom[0] as IExpressionStatementOperation)?.Operation switch
        {
            IIncrementOrDecrementOperation change when IsCounter(change.Target)
                => Counted(change.Kind == OperationKind.Increment, null),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } change
                when IsCounter(change.Target) && !Assigned(loop.Body).Any(written => Reads(change.Value, written))
                => Counted(change.OperatorKind == BinaryOperatorKind.Add, change.Value),
            _ => null,
        };

        LoopCounter Counted(bool isUpwards, IOperation? step)
            => new(declarator.Symbol, from, comparison, condition.RightOperand, isUpwards ? "+=" : "-=", step);

        bool IsCounter(IOperation operation) => operation is ILocalReferenceOperation { Local: { } local } && IsSymbol(local);

        bool IsSymbol(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, declarator.Symbol);
    }

    private static bool Reads(IOperation expression, ISymbol symbol)
        => expression.DescendantsAndSelf().Any(operation => operation is ILocalReferenceOperation { Local: { } local } && SymbolEqualityComparer.Default.Equals(local, symbol)
            || operation is IParameterReferenceOperation { Parameter: { } parameter } && SymbolEqualityComparer.Default.Equals(parameter, symbol));

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

    private static bool HasReturn(IOperation body)
        => body.DescendantsAndSelf().Any(operation => operation is IReturnOperation
            && operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(node => node == body.Syntax || node is LocalFunctionStatementSyntax) == body.Syntax);

    private static string Head(ILoopOperation loop) => SourceText.Head(loop.Syntax);

    private bool FailLoop(ILoopOperation loop)
    {
        FailStatement(loop);
        return true;
    }

    /// <param name="Step">Distance to the next number; null for 1.</param>
    private sealed record LoopCounter(ILocalSymbol Symbol, IOperation From, string Comparison, IOperation Until, string Advance, IOperation? Step);
}
