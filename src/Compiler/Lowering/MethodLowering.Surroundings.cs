using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;

namespace NnGen.Compiler.Lowering;

/// <summary>What the body of a loop shares with what stands around it.</summary>
internal sealed partial class MethodLowering
{
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
            BoundScalarIr bound => new MemberScalarIr(bound.Type, bound.Name, IsReadOnly: true, IsPublic: false),
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
            => form is SequenceTerm sequence ? new SequenceTerm(sequence.Items.Select(item => Fill(item, values)).ToImmutableArray()) : new TensorTerm(values.Dequeue());

        /// <summary>Takes what a turn gives; false where that is of another form than what it takes.</summary>
        /// <param name="ends">What the variables stand for at the end of the body.</param>
        /// <param name="body">The body.</param>
        public bool TakeEnds(IReadOnlyList<Term> ends, MethodBuilder body)
        {
            var given = ends.Take(Forms.Count).SelectMany(Flatten).ToList();
            if (given.Count != Tensors.Count)
                return false;
            for (var i = 0; i < given.Count; i++)
            {
                if (given[i] is not TensorTerm { Value: var value } || body.IsNullable(value) || body.TypeOf(value) != Tensors[i].Type)
                    return false;
                Tensors[i] = Tensors[i] with { End = value };
            }

            for (var i = 0; i < Scalars.Count; i++)
            {
                if (ends[Forms.Count + i] is not ScalarTerm { Scalar: var next } || !BindTime.IsKnown(next))
                    return false;
                Scalars[i] = Scalars[i] with { Next = next };
            }

            return true;
        }
    }
}
