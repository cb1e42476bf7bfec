using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using NnGen.Compiler.Ir;
using NnGen.Compiler.Ops;

namespace NnGen.Compiler.Lowering;

/// <summary>What turns hand to each other.</summary>
internal sealed partial class MethodLowering
{
    /// <summary>A tensor that each turn gives to the next.</summary>
    /// <param name="Name">The user's name.</param>
    /// <param name="IsNullable">Whether it may be null before the first turn.</param>
    /// <param name="Start">What the first turn starts with; -1 for null.</param>
    private sealed record CarriedTensor(string Name, DType Type, bool IsNullable, int Start)
    {
        /// <summary>What a turn gives.</summary>
        public int End { get; init; } = -1;
    }

    /// <summary>What each turn gives to the next.</summary>
    private sealed class Carried
    {
        /// <summary>Variables that hold tensors, each with its form, in which tensors stand for inputs.</summary>
        public List<(ISymbol Symbol, Term Form)> Forms { get; } = [];

        /// <summary>Their tensors, in order.</summary>
        public List<CarriedTensor> Tensors { get; } = [];

        /// <summary>Variables that hold numbers, with what they are in the next turn.</summary>
        public List<(ISymbol Symbol, CarriedScalarIr Scalar, ScalarIr? Next)> Scalars { get; } = [];

        public IEnumerable<ISymbol> Symbols => Forms.Select(form => form.Symbol).Concat(Scalars.Select(scalar => scalar.Symbol));

        /// <summary>A form over these values.</summary>
        public static Term Fill(Term form, Queue<int> values)
            => form switch
            {
                SequenceTerm sequence => new SequenceTerm(sequence.Items.Select(item => Fill(item, values)).ToImmutableArray()),
                ScalarTerm { Scalar: ItemIr item } => new ScalarTerm(item with { Value = values.Dequeue() }),
                _ => new TensorTerm(values.Dequeue()),
            };

        /// <summary>Takes what a turn gives; false where that is of another form than what it takes.</summary>
        public bool TakeEnds(LoweredTurn turn, MethodBuilder body)
        {
            var given = turn.Ends.SelectMany(Flatten).ToList();
            if (given.Count != Tensors.Count || !turn.Numbers.All(number => number is ScalarTerm))
                return false;
            for (var i = 0; i < given.Count; i++)
            {
                if (given[i] is not TensorTerm { Value: var value } || body.IsNullable(value) || body.TypeOf(value) != Tensors[i].Type)
                    return false;
                Tensors[i] = Tensors[i] with { End = value };
            }

            for (var i = 0; i < Scalars.Count; i++)
                Scalars[i] = Scalars[i] with { Next = ((ScalarTerm)turn.Numbers[i]).Scalar };
            return true;
        }
    }

    /// <summary>A turn that was lowered.</summary>
    /// <param name="Inputs">What it takes of the turn before.</param>
    /// <param name="Ends">What it gives to the next: tensors, and numbers that only a call knows.</param>
    /// <param name="Numbers">Numbers that binding knows, as the next turn takes them.</param>
    /// <param name="Asked">Whether there is another turn, over what that would take; null where nothing is asked.</param>
    /// <param name="Left">Whether it goes on after this turn.</param>
    /// <param name="IsRebound">Whether it gives names of its surroundings a meaning that is not handed on.</param>
    private sealed record LoweredTurn(IReadOnlyList<InputIr> Inputs, IReadOnlyList<Term> Ends, IReadOnlyList<Term> Numbers, Term? Asked, Term Left, bool IsRebound)
    {
        public bool IsFailed => Ends.SelectMany(Flatten).Concat(Numbers).Any(end => end is FailedTerm) || Asked is not (null or ScalarTerm) || Left is not ScalarTerm;

        public ScalarIr? Condition => (Asked as ScalarTerm)?.Scalar;

        public ScalarIr GoesOn => ((ScalarTerm)Left).Scalar;
    }

    /// <summary>What of a loop only a call knows.</summary>
    private sealed class CallTime
    {
        /// <summary>Whether only a call knows how many turns there are.</summary>
        public bool IsOpen { get; set; }

        /// <summary>Variables that hold numbers of which only a call knows what they are.</summary>
        public HashSet<ISymbol> Numbers { get; } = new(SymbolEqualityComparer.Default);

        /// <summary>Whether a turn says of something more that only a call knows it.</summary>
        public bool Learn(LoweredTurn turn, Carried carried)
        {
            var before = (IsOpen, Numbers.Count);
            IsOpen |= !BindTime.IsKnown(turn.GoesOn) || (turn.Condition is { } condition && !BindTime.IsKnown(condition));
            for (var i = 0; i < carried.Scalars.Count; i++)
            {
                if (turn.Numbers[i] is ScalarTerm { Scalar: var number } && !BindTime.IsKnown(number))
                    Numbers.Add(carried.Scalars[i].Symbol);
            }

            return before != (IsOpen, Numbers.Count);
        }
    }

    /// <summary>What is carried as the last turn gives it.</summary>
    private void Finish(Carried carried, List<int> results)
    {
        var values = new Queue<int>(results);
        foreach (var (symbol, form) in carried.Forms)
            Assign(symbol, Carried.Fill(form, values));
        foreach (var (symbol, scalar, _) in carried.Scalars)
        {
            Bind(symbol, new ScalarTerm(new BoundScalarIr(scalar.Variable.Type, scalar.Variable.Name)));
            Declare(scalar.Variable);
        }
    }

    /// <summary>Makes a number that binding has computed one that every loop's body can read.</summary>
    private void Declare(TurnVariable number)
    {
        _boundNames = _boundNames.Add(number.Name);
        _variables = _variables.Add(number);
    }

    /// <summary>What is carried as a turn takes it.</summary>
    private void Restart(Carried carried, IEnumerable<InputIr> inputs)
    {
        var values = new Queue<int>(inputs.Select(input => input.Value));
        foreach (var (symbol, form) in carried.Forms)
            Bind(symbol, Carried.Fill(form, values));
        foreach (var (symbol, scalar, _) in carried.Scalars)
            Bind(symbol, Read(scalar.Variable));
    }

    private static ScalarTerm Read(TurnVariable variable) => new(new MemberScalarIr(variable.Type, variable.Name, IsReadOnly: true, IsPublic: false));

    /// <summary>Adds a variable that turns hand on; false where it cannot be.</summary>
    private bool Carry(Carried carried, ILoopOperation loop, ISymbol symbol, Term start, CallTime called)
    {
        var type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            _ => MemberKinds.TypeOf(symbol),
        };
        if (start is ScalarTerm { Scalar: var scalar })
        {
            if (!KnownTypes.IsScalar(type))
                return false;
            var name = TypeDeclarations.FullName(type);
            if (called.IsOpen || called.Numbers.Contains(symbol) || !BindTime.IsKnown(scalar))
                return CarryNumber(carried, loop, symbol, name, scalar);
            var variable = new TurnVariable(TurnName(symbol.Name, isWhole: true), name);
            carried.Scalars.Add((symbol, new CarriedScalarIr(variable, scalar), null));
            return true;
        }

        if (Form(carried, symbol.Name, type, start) is not { } form)
            return false;
        carried.Forms.Add((symbol, form));
        return true;
    }

    /// <summary>Adds a number of which only a call knows what it is: turns hand it on as a value.</summary>
    private bool CarryNumber(Carried carried, ILoopOperation loop, ISymbol symbol, string type, ScalarIr start)
    {
        if (NumberIr.TypeOf(type) is not { } element)
            return false;
        carried.Tensors.Add(new CarriedTensor(symbol.Name, element, IsNullable: false, Stored(loop, symbol.Name, type, start)));
        carried.Forms.Add((symbol, new ScalarTerm(new ItemIr(type, -1))));
        return true;
    }

    /// <summary>The form of a carried tensor or tuple of tensors, in which each tensor stands for an input of the body; null where it has none.</summary>
    private Term? Form(Carried carried, string name, ITypeSymbol? type, Term start)
    {
        var elements = TensorGroups.PartsOf(type);
        switch (start)
        {
            case TensorTerm { Value: var value }:
                carried.Tensors.Add(new CarriedTensor(name, _builder.TypeOf(value), _builder.IsNullable(value), value));
                return start;
            case AbsentTerm when _context.Known.ElementType(type) is { } element:
                carried.Tensors.Add(new CarriedTensor(name, element, IsNullable: true, -1));
                return new TensorTerm(-1);
            case AbsentTerm when elements.Length > 0:
                return Forms(elements.Select(element => Form(carried, name + ItemName(element), element.Type, start)));
            case SequenceTerm { Items: var items } when items.Length == elements.Length:
                return Forms(items.Zip(elements, (item, element) => Form(carried, name + ItemName(element), element.Type, item)));
            default:
                return null;
        }
    }

    private static SequenceTerm? Forms(IEnumerable<Term?> items)
        => items.ToImmutableArray() is var forms && forms.Contains(null) ? null : new SequenceTerm(forms.Select(form => form!).ToImmutableArray());

    private static string ItemName(TensorPart element) => char.ToUpperInvariant(element.Name[0]) + element.Name.Substring(1);
}
