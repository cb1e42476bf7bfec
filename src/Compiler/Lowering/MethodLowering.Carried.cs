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

        /// <summary>How many of the tensors come first that turns return from the method: none of them takes one.</summary>
        public int Given { get; set; }

        /// <summary>All tensors, in order.</summary>
        public List<CarriedTensor> Tensors { get; } = [];

        /// <summary>Variables that hold numbers, with what they are in the next turn.</summary>
        public List<(ISymbol Symbol, CarriedScalarIr Scalar, ScalarIr? Next)> Scalars { get; } = [];

        public IEnumerable<ISymbol> Symbols => Forms.Select(form => form.Symbol).Concat(Scalars.Select(scalar => scalar.Symbol));

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
    private void Finish(Carried carried, ILoopOperation loop, List<int> results)
    {
        var values = new Queue<int>(results);
        var method = _frames.Peek().Method;
        var returned = carried.Given == 0 ? null : Shaped(method.ReturnType, values);
        foreach (var (symbol, form) in carried.Forms)
            Assign(symbol, Term.Fill(form, values));
        foreach (var (symbol, scalar, _) in carried.Scalars)
        {
            Bind(symbol, new ScalarTerm(new BoundScalarIr(scalar.Variable.Type, scalar.Variable.Name)));
            Declare(scalar.Variable);
        }

        if (returned is not null && Current(loop.ContinueLabel) is ScalarTerm { Scalar: var isReturned })
            Bind(method, new OptionalTerm(ScalarFolding.Not(isReturned), returned));
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
        var values = new Queue<int>(inputs.Skip(carried.Given).Select(input => input.Value));
        foreach (var (symbol, form) in carried.Forms)
            Bind(symbol, Term.Fill(form, values));
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
                return CarryNumber(carried, loop, symbol, symbol.Name, name, scalar);
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
    private bool CarryNumber(Carried carried, ILoopOperation loop, ISymbol symbol, string name, string type, ScalarIr start)
    {
        if (NumberIr.TypeOf(type) is not { } element)
            return false;
        carried.Tensors.Add(new CarriedTensor(name, element, IsNullable: false, Stored(loop, name, type, start)));
        carried.Forms.Add((symbol, new ScalarTerm(new ItemIr(type, -1))));
        return true;
    }

    /// <summary>Adds what turns return from the method, and whether one has, for which the label of <c>continue</c> stands; false where it cannot be.</summary>
    private bool CarryReturned(Carried carried, ILoopOperation loop, CallTime called)
    {
        if (MethodSignature.ResultTypes(_context.Known, _frames.Peek().Method.ReturnType) is not { } types)
            return false;
        carried.Tensors.AddRange(types.Select(type => new CarriedTensor("returned", type, IsNullable: true, -1)));
        carried.Given = types.Count;
        var (label, never) = (loop.ContinueLabel, ScalarFolding.Constant("bool", 0));
        if (called.IsOpen || called.Numbers.Contains(label))
            return CarryNumber(carried, loop, label, ReturnedName, "bool", never);
        carried.Scalars.Add((label, new CarriedScalarIr(new TurnVariable(TurnName(ReturnedName, isWhole: true), "bool"), never), null));
        return true;
    }

    /// <summary>What a turn returns from the method, tensor by tensor; where it returns nothing, tensors that are not there.</summary>
    private IEnumerable<Term> Returned(ILoopOperation loop, Carried carried)
    {
        var term = Current(_frames.Peek().Method);
        var (isAbsent, value) = term switch
        {
            OptionalTerm optional => (optional.IsAbsent, optional.Value),
            AbsentTerm => (s_true, new SequenceTerm(carried.Tensors.Take(carried.Given).Select(tensor => Absent(loop, tensor)).ToImmutableArray())),
            _ => (ScalarFolding.Constant("bool", 0), term),
        };
        Bind(loop.ContinueLabel, new ScalarTerm(ScalarFolding.Not(isAbsent)));
        return Flatten(value);
    }

    private Term Absent(ILoopOperation loop, CarriedTensor tensor)
    {
        var value = _builder.Result(tensor.Name, tensor.Type);
        _builder.Add(new AbsentIr(Site(loop), Head(loop), Head(loop), value));
        return new TensorTerm(value);
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
