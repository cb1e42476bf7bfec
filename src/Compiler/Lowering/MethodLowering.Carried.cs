using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using NnGen.Compiler.Ir;

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
            => form is SequenceTerm sequence ? new SequenceTerm(sequence.Items.Select(item => Fill(item, values)).ToImmutableArray()) : new TensorTerm(values.Dequeue());

        /// <summary>Takes what a turn gives; false where that is of another form than what it takes.</summary>
        /// <param name="ends">What the variables stand for at the end of the body.</param>
        /// <param name="again">The flag of an open loop, which comes last; null for another.</param>
        /// <param name="body">The body.</param>
        public bool TakeEnds(IReadOnlyList<Term> ends, int? again, MethodBuilder body)
        {
            var given = ends.Take(Forms.Count).SelectMany(Flatten).ToList();
            if (again is { } flag)
                given.Add(new TensorTerm(flag));
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
